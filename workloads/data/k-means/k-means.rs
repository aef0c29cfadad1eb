//! k-means: Lloyd's algorithm on points with four coordinates.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const DIMENSIONS: usize = 4;
const CLUSTERS: usize = 8;
const ROUNDS: usize = 10;

type Point = [f64; DIMENSIONS];

/// The centers, one list for each coordinate.
type Centers = [[f64; CLUSTERS]; DIMENSIONS];

/// Whole numbers below 65536 from the workloads' generator.
fn points_of(n: usize) -> Vec<Point> {
    let mut state: u32 = 42;
    let mut coordinate = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 16)
    };
    (0..n)
        .map(|_| std::array::from_fn(|_| coordinate()))
        .collect()
}

/// The number of the nearest center of a point, the lowest one if several are.
fn nearest(point: &Point, centers: &Centers) -> usize {
    let mut distances = [0.0; CLUSTERS];
    for (coordinate, centers) in point.iter().zip(centers) {
        for (distance, center) in distances.iter_mut().zip(centers) {
            let difference = coordinate - center;
            *distance += difference * difference;
        }
    }
    let least = distances
        .iter()
        .copied()
        .fold(f64::INFINITY, |least, distance| {
            if distance < least { distance } else { least }
        });
    // Which ones are the least. No branch depends on it, which a processor could not predict.
    let mut mask = 0_u32;
    for (cluster, &distance) in distances.iter().enumerate() {
        mask |= u32::from(distance == least) << cluster;
    }
    mask.trailing_zeros() as usize
}

/// Moves every center to the mean of the points that are nearest to it.
fn round(points: &[Point], centers: &mut Centers) {
    let mut sizes = [0_u32; CLUSTERS];
    let mut sums = [[0.0; DIMENSIONS]; CLUSTERS];
    for point in points {
        let cluster = nearest(point, centers);
        sizes[cluster] += 1;
        for (sum, coordinate) in sums[cluster].iter_mut().zip(point) {
            *sum += coordinate;
        }
    }
    for (cluster, &size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0) {
        for i in 0..DIMENSIONS {
            centers[i][cluster] = sums[cluster][i] / f64::from(size);
        }
    }
}

/// The number of the cluster of each point. The first points are the first centers.
fn cluster(points: &[Point]) -> Vec<usize> {
    // With fewer points than clusters, some centers are infinitely far away.
    let mut centers = [[f64::INFINITY; CLUSTERS]; DIMENSIONS];
    for (cluster, point) in points.iter().take(CLUSTERS).enumerate() {
        for i in 0..DIMENSIONS {
            centers[i][cluster] = point[i];
        }
    }
    for _ in 0..ROUNDS {
        round(points, &mut centers);
    }
    points
        .iter()
        .map(|point| nearest(point, &centers))
        .collect()
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: k-means <points>");
        return ExitCode::from(2);
    };
    let points = points_of(n);
    let start = Instant::now();
    let labels = cluster(&points);
    let elapsed = start.elapsed();
    for cluster in 0..CLUSTERS {
        println!(
            "{}",
            labels.iter().filter(|&&label| label == cluster).count()
        );
    }
    let digest = labels.iter().fold(0_u32, |hash, &label| {
        hash.wrapping_mul(31).wrapping_add(label as u32)
    });
    println!("{digest}");
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
