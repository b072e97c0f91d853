//! The `depeche` command. All reading of French is in the library; here are arguments, files and printing.

mod args;
mod engine;
mod evaluate;
mod extract;
mod input;
mod notices;
mod output;

use anyhow::Result;
use args::{Arguments, Command};
use clap::Parser;
use std::io::{self, Write};
use std::process::ExitCode;

/// Exit code when some input could not be read, or a figure lies below its floor.
const SOME_FAILED: u8 = 1;

/// Exit code when nothing was done: wrong arguments or configuration. The argument parser uses the same.
const NOTHING_DONE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Extract(options) => extract::run(options),
        Command::Evaluate(options) => evaluate::run(options),
    };
    exit_code(outcome)
}

/// `Ok(true)` when all went well, `Ok(false)` when faults were already told on standard error.
fn exit_code(outcome: Result<bool>) -> ExitCode {
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(SOME_FAILED),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Where standard error is closed, there is nobody left to tell.
            let _ = writeln!(io::stderr(), "depeche: {error:#}");
            let of_files = error.chain().any(|cause| cause.is::<io::Error>());
            let code = if of_files { SOME_FAILED } else { NOTHING_DONE };
            ExitCode::from(code)
        }
    }
}

/// Whether whoever read our output has seen enough, as `head` does.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
