//! FASTA: a sequence that repeats and one that is drawn by weights, in lines of 60 letters.
use std::env;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::time::Instant;

const WIDTH: usize = 60;
const BLOCK: usize = 64 * 1024;
const PERIOD: usize = 287;
const SEED: u32 = 42;
/// Of the 65536 values that can be drawn so many mean each letter.
const WEIGHTS: [(u8, usize); 4] = [(b'a', 19858), (b'c', 12976), (b'g', 12946), (b't', 19756)];

/// The letter of every value that can be drawn, and the state of the generator.
struct Draws {
    table: Box<[u8; 65536]>,
    x: u32,
}

impl Draws {
    fn new() -> Self {
        let mut table = Box::new([0; 65536]);
        let mut rest = &mut table[..];
        for (letter, weight) in WEIGHTS {
            let (these, others) = rest.split_at_mut(weight);
            these.fill(letter);
            rest = others;
        }
        Draws { table, x: SEED }
    }

    fn fill(&mut self, letters: &mut [u8]) {
        let mut x = self.x;
        for letter in letters {
            x = x.wrapping_mul(1664525).wrapping_add(1013904223);
            *letter = self.table[(x >> 16) as usize];
        }
        self.x = x;
    }
}

fn write_repeated(out: &mut impl Write, pattern: &[u8], mut letters: usize) -> io::Result<()> {
    // With its first letters behind it, every line is one slice.
    let wrapped = [pattern, &pattern[..WIDTH]].concat();
    let mut at = 0;
    out.write_all(b">repeated\n")?;
    while letters > 0 {
        let length = letters.min(WIDTH);
        out.write_all(&wrapped[at..at + length])?;
        out.write_all(b"\n")?;
        at = (at + length) % pattern.len();
        letters -= length;
    }
    Ok(())
}

fn write_drawn(out: &mut impl Write, draws: &mut Draws, mut letters: usize) -> io::Result<()> {
    let mut line = [b'\n'; WIDTH + 1];
    out.write_all(b">drawn\n")?;
    while letters >= WIDTH {
        draws.fill(&mut line[..WIDTH]);
        out.write_all(&line)?;
        letters -= WIDTH;
    }
    if letters > 0 {
        draws.fill(&mut line[..letters]);
        line[letters] = b'\n';
        out.write_all(&line[..=letters])?;
    }
    Ok(())
}

fn write_all(letters: usize, pattern: &[u8], mut draws: Draws) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BLOCK, io::stdout().lock());
    write_repeated(&mut out, pattern, letters)?;
    write_drawn(&mut out, &mut draws, letters)?;
    out.flush()
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(letters) = size_argument() else {
        eprintln!("usage: fasta <letters>");
        return ExitCode::from(2);
    };
    let mut draws = Draws::new();
    let mut pattern = [0; PERIOD];
    draws.fill(&mut pattern);
    let start = Instant::now();
    if let Err(error) = write_all(letters, &pattern, draws) {
        eprintln!("fasta: {error}");
        return ExitCode::FAILURE;
    }
    let elapsed = start.elapsed();
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
