//! Box blur: the rounded mean of the pixels around each pixel, first along the rows, then along the columns.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const WIDTH: usize = 512;
const RADIUS: usize = 4;
const WINDOW: u32 = 2 * RADIUS as u32 + 1;

/// Pixels from 0 to 255 from the workloads' generator.
fn image_of(rows: usize) -> Vec<u8> {
    let mut state = 42_u32;
    let pixel = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    std::iter::repeat_with(pixel).take(rows * WIDTH).collect()
}

/// Beyond its ends, a row continues with its first and its last pixel.
fn blur_row(row: &[u8], blurred: &mut [u8]) {
    let mut longer = [0; WIDTH + 2 * RADIUS];
    longer[..RADIUS].fill(row[0]);
    longer[RADIUS..RADIUS + WIDTH].copy_from_slice(row);
    longer[RADIUS + WIDTH..].fill(row[WIDTH - 1]);
    let (first, entering) = longer.split_at(2 * RADIUS);
    let mut sum: u32 = first.iter().copied().map(u32::from).sum();
    for ((out, &enters), &leaves) in blurred.iter_mut().zip(entering).zip(&longer) {
        sum += u32::from(enters);
        *out = ((sum + WINDOW / 2) / WINDOW) as u8;
        sum -= u32::from(leaves);
    }
}

/// One sum for each column goes down the image.
fn blur_columns(image: &[u8], blurred: &mut [u8]) {
    let rows = image.len() / WIDTH;
    // beyond its ends, a column continues too
    let row = |y: usize| {
        let y = y.saturating_sub(RADIUS).min(rows - 1);
        &image[y * WIDTH..(y + 1) * WIDTH]
    };
    let mut sums = [0_u32; WIDTH];
    for y in 0..2 * RADIUS {
        for (sum, &pixel) in sums.iter_mut().zip(row(y)) {
            *sum += u32::from(pixel);
        }
    }
    for (y, out) in blurred.chunks_exact_mut(WIDTH).enumerate() {
        let moves = row(y + 2 * RADIUS).iter().zip(row(y));
        for ((out, sum), (&enters, &leaves)) in out.iter_mut().zip(&mut sums).zip(moves) {
            *sum += u32::from(enters);
            *out = ((*sum + WINDOW / 2) / WINDOW) as u8;
            *sum -= u32::from(leaves);
        }
    }
}

fn blur(image: &[u8]) -> Vec<u8> {
    let mut rows = vec![0; image.len()];
    for (row, out) in image.chunks_exact(WIDTH).zip(rows.chunks_exact_mut(WIDTH)) {
        blur_row(row, out);
    }
    let mut blurred = vec![0; image.len()];
    blur_columns(&rows, &mut blurred);
    blurred
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(rows) = size_argument() else {
        eprintln!("usage: blur <rows>");
        return ExitCode::from(2);
    };
    let image = image_of(rows);
    let start = Instant::now();
    let blurred = blur(&image);
    let elapsed = start.elapsed();
    let digest = blurred.iter().fold(0_u32, |hash, &pixel| {
        hash.wrapping_mul(31).wrapping_add(u32::from(pixel))
    });
    println!("{digest}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
