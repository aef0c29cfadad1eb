//! Lines from standard input.

use crate::platform::{Wake, Watch, now_ns};
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;

/// More than any request needs: the system's own limit of arguments and environment is 2 MiB, and
/// what the meter once held stays in its peak.
pub const MAX_LINE_BYTES: usize = 1 << 20;

const CHUNK_BYTES: usize = 8 * 1024;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A line without its end, and when it had been read.
    Line(Vec<u8>, u64),
    /// A line above `MAX_LINE_BYTES`, which was skipped.
    TooLong,
    /// The other end is closed.
    HarnessGone,
    /// The meter was told to end.
    Signal(i32),
}

/// Reads standard input by whole lines; what comes after a line waits for the next call.
pub struct Requests {
    /// Unbuffered: what a buffer holds, the watch cannot see.
    input: File,
    lines: Lines,
}

impl Requests {
    /// Nothing read yet.
    pub fn new() -> io::Result<Requests> {
        Ok(Requests {
            input: io::stdin().as_fd().try_clone_to_owned()?.into(),
            lines: Lines::default(),
        })
    }

    /// Waits for the next line. A last line without an end is not a request: it was cut off. Of a line
    /// that has come already nothing is run once the harness is gone or the meter was told to end.
    pub fn next(&mut self, watch: &Watch) -> io::Result<Incoming> {
        let mut chunk = [0; CHUNK_BYTES];
        loop {
            match self.lines.take() {
                Some(Taken::Line(line)) => {
                    return Ok(match watch.end()? {
                        Wake::HarnessGone => Incoming::HarnessGone,
                        Wake::Signal(signal) => Incoming::Signal(signal),
                        Wake::Ready | Wake::Time => Incoming::Line(line, now_ns()),
                    });
                }
                Some(Taken::TooLong) => return Ok(Incoming::TooLong),
                None => {}
            }
            if let Wake::Signal(signal) = watch.input()? {
                return Ok(Incoming::Signal(signal));
            }
            match self.input.read(&mut chunk)? {
                0 => return Ok(Incoming::HarnessGone),
                read => self.lines.add(&chunk[..read]),
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Taken {
    Line(Vec<u8>),
    TooLong,
}

#[derive(Default)]
struct Lines {
    buffer: Vec<u8>,
    /// How much of the buffer has no line end in it.
    searched: usize,
    skipping: bool,
}

impl Lines {
    fn add(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    fn take(&mut self) -> Option<Taken> {
        let end = self.buffer[self.searched..]
            .iter()
            .position(|&byte| byte == b'\n');
        let Some(end) = end.map(|end| end + self.searched) else {
            self.wait_for_more();
            return None;
        };
        let mut line: Vec<u8> = self.buffer.drain(..=end).collect();
        line.pop();
        self.searched = 0;
        if std::mem::take(&mut self.skipping) || line.len() > MAX_LINE_BYTES {
            return Some(Taken::TooLong);
        }
        Some(Taken::Line(line))
    }

    fn wait_for_more(&mut self) {
        if self.buffer.len() > MAX_LINE_BYTES {
            self.skipping = true;
        }
        if self.skipping {
            self.buffer.clear();
        }
        self.searched = self.buffer.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<Taken> {
        Some(Taken::Line(text.as_bytes().to_vec()))
    }

    #[test]
    fn lines_come_whole_however_they_arrive() {
        let mut lines = Lines::default();
        lines.add(b"a");
        assert_eq!(lines.take(), None);
        lines.add(b"b\nc\n\nd");
        assert_eq!(lines.take(), line("ab"));
        assert_eq!(lines.take(), line("c"));
        assert_eq!(lines.take(), line(""));
        assert_eq!(lines.take(), None);
        lines.add(b"\n");
        assert_eq!(lines.take(), line("d"));
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_the_next_one_read() {
        let mut lines = Lines::default();
        for _ in 0..3 {
            lines.add(&vec![b'x'; MAX_LINE_BYTES]);
            assert_eq!(lines.take(), None);
        }
        assert!(lines.buffer.is_empty());
        lines.add(b"xx\nnext\n");
        assert_eq!(lines.take(), Some(Taken::TooLong));
        assert_eq!(lines.take(), line("next"));
    }

    #[test]
    fn the_longest_line_is_read() {
        let mut lines = Lines::default();
        lines.add(&vec![b'x'; MAX_LINE_BYTES]);
        assert_eq!(lines.take(), None);
        lines.add(b"\n");
        assert!(matches!(lines.take(), Some(Taken::Line(line)) if line.len() == MAX_LINE_BYTES));
    }
}
