#!/usr/bin/env python3
"""The command over long input: memory from beginning to end, and two jobs beside one.

    cargo build --release -p depeche-cli
    python3 benches/command.py [--megabytes 1000] [--rounds 5] [target/release/depeche]

Input is made on the way from tests/corpus/articles, as JSON Lines, and piped into `depeche extract`. Needs Linux, and
nothing but Python 3.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def lines():
    """The articles as JSON Lines, and the bytes of their texts."""
    out, text_bytes = [], 0
    for path in sorted((ROOT / "tests/corpus/articles").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        kept = {key: article[key] for key in ("id", "published", "text") if key in article}
        out.append(json.dumps(kept, ensure_ascii=False).encode() + b"\n")
        text_bytes += len(article["text"].encode())
    return b"".join(out), text_bytes


def run(command, jobs, copies, block, sample=None):
    """Seconds that the command takes over so many copies of a block of lines; tells `sample` its memory in MB."""
    arguments = [command, "extract", "--jobs", str(jobs), "--input", "jsonl", "--format", "jsonl", "-"]
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def feed():
        for _ in range(copies):
            process.stdin.write(block)
        process.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    while sample and process.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            sample(int(status.split("VmRSS:")[1].split()[0]) / 1000)
        except (OSError, IndexError):
            break
        time.sleep(0.5)
    feeder.join()
    if process.wait() != 0:
        sys.exit(f"{command} failed")
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", default=str(ROOT / "target/release/depeche"))
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    block, text_bytes = lines()
    copies = 10_000_000 // len(block) + 1
    megabytes = copies * text_bytes / 1e6
    ratios = []
    for _ in range(options.rounds):
        one, two = (run(options.command, jobs, copies, block) for jobs in (1, 2))
        ratios.append(one / two)
        print(f"{megabytes:.0f} MB of text: one job {megabytes / one:.1f} MB/s, two {megabytes / two:.1f} MB/s, ratio {one / two:.2f}")
    if ratios:
        print(f"two jobs are {sorted(ratios)[len(ratios) // 2]:.2f} times as fast as one (median; best {max(ratios):.2f})")
    if options.megabytes == 0:
        return
    seen = []
    copies = options.megabytes * 1_000_000 // len(block) + 1
    seconds = run(options.command, 2, copies, block, seen.append)
    total = copies * len(block) / 1e6
    print(f"{total:.0f} MB of input in {seconds:.0f} s; memory at each tenth of the time, in MB:")
    print(" ".join(f"{seen[len(seen) * tenth // 10]:.1f}" for tenth in range(1, 10)), f"most {max(seen):.1f}")


if __name__ == "__main__":
    main()
