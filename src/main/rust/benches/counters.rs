//! What counting costs a program: the same program with and without, in turns.
//!
//!     cargo bench .. --bench counters -- [--pairs N] [/path/of/program argument..]
//!
//! One meter runs pairs of samples, one that asks for counters and one that does not, in an order
//! that turns with every pair, so that drift of the machine meets both alike. Printed are both
//! medians and the median ratio within a pair, with an interval that holds it in 95 of 100 cases.

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::json;
use support::Meter;

const WARM_UP: usize = 5;

struct Options {
    pairs: usize,
    argv: Vec<String>,
}

fn options() -> Options {
    // Cargo adds this one by itself.
    let mut arguments = std::env::args().skip(1).filter(|text| text != "--bench");
    let mut options = Options {
        pairs: 200,
        argv: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        if argument == "--pairs" && options.argv.is_empty() {
            let number = arguments.next().and_then(|text| text.parse().ok());
            options.pairs = number
                .filter(|&pairs| pairs >= 10)
                .expect("--pairs N, from 10");
        } else {
            options.argv.push(argument);
        }
    }
    if options.argv.is_empty() {
        options.argv = vec!["/bin/true".to_owned()];
    }
    options
}

fn main() {
    let options = options();
    let argv: Vec<&str> = options.argv.iter().map(String::as_str).collect();
    let mut meter = Meter::start();
    println!("abilities: {}", meter.hello["abilities"]);
    let mut wall_us = |counters: bool| {
        let mut request = meter.request(&argv);
        request["counters"] = json!(counters);
        let record = meter.ask(&request);
        let wall_ns = record["wallNs"].as_f64();
        wall_ns.unwrap_or_else(|| panic!("no time: {record}")) / 1e3
    };
    for _ in 0..WARM_UP {
        wall_us(true);
        wall_us(false);
    }
    let pairs: Vec<[f64; 2]> = (0..options.pairs)
        .map(|pair| {
            let first = wall_us(pair % 2 == 0);
            let second = wall_us(pair % 2 != 0);
            if pair % 2 == 0 {
                [second, first]
            } else {
                [first, second]
            }
        })
        .collect();
    report(&pairs);
}

fn report(pairs: &[[f64; 2]]) {
    let without = sorted(pairs.iter().map(|pair| pair[0]));
    let with = sorted(pairs.iter().map(|pair| pair[1]));
    let ratios = sorted(pairs.iter().map(|[without, with]| with / without));
    let (low, high) = interval(&ratios);
    println!("without: median {:.1} us", median(&without));
    println!("with:    median {:.1} us", median(&with));
    println!(
        "ratio:   median {:.4}, 95 % interval {low:.4} - {high:.4}, {} pairs",
        median(&ratios),
        pairs.len()
    );
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        (sorted[middle - 1] + sorted[middle]) / 2.0
    }
}

/// Order statistics around the median: how many values lie below it is binomial, here by its normal
/// approximation, n/2 -+ 1.96 sqrt(n)/2.
fn interval(sorted: &[f64]) -> (f64, f64) {
    let count = sorted.len() as f64;
    let half = 0.98 * count.sqrt();
    let low = (count / 2.0 - half).floor().max(0.0) as usize;
    (sorted[low], sorted[sorted.len() - 1 - low])
}
