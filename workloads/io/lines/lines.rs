//! Lines in and out of files: many are written, read again one by one, and the longer ones written to
//! a second file.
use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;
use std::time::Instant;

const TEXTS: usize = 1000;
const BLOCK: usize = 64 * 1024;
const SHORT: usize = 40;

/// Lines of 1 to 64 letters and a line feed.
fn make_texts() -> Vec<Vec<u8>> {
    let mut x: u32 = 42;
    (0..TEXTS)
        .map(|_| {
            x = x.wrapping_mul(1664525).wrapping_add(1013904223);
            let mut text = vec![b"abcdefgh"[(x >> 29) as usize]; 1 + (x >> 16) as usize % 64];
            text.push(b'\n');
            text
        })
        .collect()
}

fn create(name: &str) -> io::Result<BufWriter<File>> {
    Ok(BufWriter::with_capacity(BLOCK, File::create(name)?))
}

/// The number of lines that were read and the number and the bytes of those that were kept.
fn copy(texts: &[Vec<u8>], count: usize) -> io::Result<[usize; 3]> {
    let mut out = create("all.txt")?;
    for text in texts.iter().cycle().take(count) {
        out.write_all(text)?;
    }
    out.into_inner()?;
    let [mut lines, mut kept, mut size] = [0; 3];
    let mut source = BufReader::with_capacity(BLOCK, File::open("all.txt")?);
    let mut out = create("kept.txt")?;
    let mut line = Vec::new();
    while source.read_until(b'\n', &mut line)? > 0 {
        lines += 1;
        if line.len() > SHORT {
            kept += 1;
            size += line.len();
            out.write_all(&line)?;
        }
        line.clear();
    }
    out.into_inner()?;
    Ok([lines, kept, size])
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn run(count: usize) -> io::Result<()> {
    let texts = make_texts();
    let start = Instant::now();
    let result = copy(&texts, count)?;
    let elapsed = start.elapsed();
    fs::remove_file("all.txt")?;
    fs::remove_file("kept.txt")?;
    for number in result {
        println!("{number}");
    }
    eprintln!("work_ns={}", elapsed.as_nanos());
    Ok(())
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: lines <lines>");
        return ExitCode::from(2);
    };
    match run(count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lines: {error}");
            ExitCode::FAILURE
        }
    }
}
