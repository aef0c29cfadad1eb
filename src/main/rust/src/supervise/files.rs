//! The files of a program: what it reads and what it writes.

use crate::platform::{Failure, Manner, Program};
use crate::protocol::{Mode, Request};
use std::ffi::OsStr;
use std::fs::File;
use std::io;

/// Opens the three files, all with close-on-exec as the standard library does. The program is to
/// ignore the signals of `ignored`.
pub fn open(request: Request, ignored: u64) -> Result<Program, Failure> {
    let opened = |path: &OsStr, file: io::Result<File>| {
        file.map_err(|error| Failure::of("open", &path.to_string_lossy(), &error))
    };
    let streams = [
        opened(&request.stdin, File::open(&request.stdin))?,
        opened(&request.stdout, File::create(&request.stdout))?,
        opened(&request.stderr, File::create(&request.stderr))?,
    ];
    Ok(Program {
        argv: request.argv,
        env: request.env,
        cwd: request.cwd,
        cpus: request.cpus,
        ignored,
        streams,
        manner: match request.mode {
            Mode::Timing => Manner::Shared,
            Mode::Memory => Manner::Traced,
        },
    })
}

/// What a program writes to.
pub struct Outputs<'a> {
    stdout: &'a File,
    stderr: &'a File,
}

impl Outputs<'_> {
    /// The two outputs of a program.
    pub fn of(program: &Program) -> Outputs<'_> {
        let [_, stdout, stderr] = &program.streams;
        Outputs { stdout, stderr }
    }

    /// The sizes of standard output and standard error output: two `fstat` calls.
    pub fn bytes(&self) -> io::Result<[u64; 2]> {
        Ok([self.stdout.metadata()?.len(), self.stderr.metadata()?.len()])
    }
}
