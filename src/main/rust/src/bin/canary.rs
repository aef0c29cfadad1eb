//! The same arithmetic every time: two trials that start this program show the noise of a run.
//!
//! `canary STEPS` follows a planet around its star for that many steps. It allocates nothing and
//! shares no cache line with a neighbor. It prints where the planet ends, as bits, so that every
//! machine prints the same; and on standard error how long that took.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

const TIME_STEP: f64 = 0.01;

/// Where a planet is after that many steps from (1, 0), with the speed of a circle.
fn orbit(steps: u64) -> (f64, f64) {
    let (mut x, mut y, mut vx, mut vy) = (1.0_f64, 0.0_f64, 0.0_f64, 1.0_f64);
    for _ in 0..steps {
        let squared = x * x + y * y;
        let pull = TIME_STEP / (squared * squared.sqrt());
        vx -= x * pull;
        vy -= y * pull;
        x += vx * TIME_STEP;
        y += vy * TIME_STEP;
    }
    (x, y)
}

fn main() -> ExitCode {
    let Some(steps) = std::env::args().nth(1).and_then(|text| text.parse().ok()) else {
        eprintln!("usage: canary STEPS");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (x, y) = orbit(black_box(steps));
    let work = start.elapsed().as_nanos();
    println!("{:016x} {:016x}", x.to_bits(), y.to_bits());
    eprintln!("work_ns={work}");
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::orbit;

    #[test]
    fn stays_near_its_circle() {
        for steps in [0, 1, 628, 1_000_000] {
            let (x, y) = orbit(steps);
            let radius = x.hypot(y);
            assert!((0.99..1.01).contains(&radius), "{steps}: {radius}");
        }
    }

    /// The harness compares the output of each run with this.
    #[test]
    fn ends_at_the_same_bits_on_every_machine() {
        let (x, y) = orbit(300_000);
        assert_eq!(
            (x.to_bits(), y.to_bits()),
            (0xbfed_3fb8_07b4_6a7b, 0x3fd9_b4d1_8158_f609)
        );
    }

    #[test]
    fn comes_back_after_one_turn() {
        let (x, y) = orbit(628);
        assert!(x > 0.99 && y.abs() < 0.02, "{x} {y}");
    }
}
