//! N-body: the Sun and the four giant planets under their mutual gravity, advanced by the
//! symplectic Euler method.
use std::env;
use std::f64::consts::PI;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

const BODIES: usize = 5;
const PAIRS: usize = BODIES * (BODIES - 1) / 2;
const SOLAR_MASS: f64 = 4.0 * PI * PI;
const DAYS_PER_YEAR: f64 = 365.24;
const TIME_STEP: f64 = 0.01;

#[derive(Clone, Copy)]
struct Body {
    position: [f64; 3],
    velocity: [f64; 3],
    mass: f64,
}

/// A body from its position in AU, velocity in AU a day and mass in solar masses.
fn body(position: [f64; 3], daily: [f64; 3], mass: f64) -> Body {
    Body {
        position,
        velocity: daily.map(|v| v * DAYS_PER_YEAR),
        mass: mass * SOLAR_MASS,
    }
}

/// The five bodies, the Sun moving so that the total momentum is zero.
fn solar_system() -> [Body; BODIES] {
    let mut bodies = [
        body([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 1.0),
        body(
            [
                4.841_431_442_464_721,
                -1.160_320_044_027_428_4,
                -0.103_622_044_471_123_11,
            ],
            [
                0.001_660_076_642_744_037,
                0.007_699_011_184_197_404,
                -6.904_600_169_720_63e-5,
            ],
            9.547_919_384_243_266e-4,
        ),
        body(
            [
                8.343_366_718_244_58,
                4.124_798_564_124_305,
                -0.403_523_417_114_321_4,
            ],
            [
                -0.002_767_425_107_268_624,
                0.004_998_528_012_349_172,
                2.304_172_975_737_639_3e-5,
            ],
            2.858_859_806_661_308e-4,
        ),
        body(
            [
                12.894_369_562_139_131,
                -15.111_151_401_698_631,
                -0.223_307_578_892_655_73,
            ],
            [
                0.002_964_601_375_647_616,
                0.002_378_471_739_594_809_5,
                -2.965_895_685_402_375_6e-5,
            ],
            4.366_244_043_351_563e-5,
        ),
        body(
            [
                15.379_697_114_850_917,
                -25.919_314_609_987_964,
                0.179_258_772_950_371_18,
            ],
            [
                0.002_680_677_724_903_893_2,
                0.001_628_241_700_382_423,
                -9.515_922_545_197_159e-5,
            ],
            5.151_389_020_466_114_5e-5,
        ),
    ];
    let mut momentum = [0.0; 3];
    for body in &bodies {
        for (sum, v) in momentum.iter_mut().zip(body.velocity) {
            *sum += v * body.mass;
        }
    }
    bodies[0].velocity = momentum.map(|p| -p / SOLAR_MASS);
    bodies
}

fn simulate(bodies: &mut [Body; BODIES], steps: u64) {
    for _ in 0..steps {
        let apart = differences(bodies);
        pull(bodies, &apart, &magnitudes(&apart));
        for Body {
            position, velocity, ..
        } in bodies.iter_mut()
        {
            position[0] += TIME_STEP * velocity[0];
            position[1] += TIME_STEP * velocity[1];
            position[2] += TIME_STEP * velocity[2];
        }
    }
}

/// The vector from the later to the earlier body of every pair.
fn differences(bodies: &[Body; BODIES]) -> [[f64; 3]; PAIRS] {
    let mut apart = [[0.0; 3]; PAIRS];
    let mut pair = 0;
    for (i, this) in bodies.iter().enumerate() {
        for other in &bodies[i + 1..] {
            let (p, q) = (this.position, other.position);
            apart[pair] = [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
            pair += 1;
        }
    }
    apart
}

/// The time step over the cube of every pair's distance. Roots and divisions are the dearest part
/// of a step; with all pairs in one place the compiler takes two at a time.
fn magnitudes(apart: &[[f64; 3]; PAIRS]) -> [f64; PAIRS] {
    apart.map(|[dx, dy, dz]| {
        let square = dx * dx + dy * dy + dz * dz;
        TIME_STEP / (square * square.sqrt())
    })
}

/// Changes both velocities of every pair, in the order of the pairs.
fn pull(bodies: &mut [Body; BODIES], apart: &[[f64; 3]; PAIRS], magnitudes: &[f64; PAIRS]) {
    let mut pair = 0;
    let mut rest = &mut bodies[..];
    while let Some((this, others)) = rest.split_first_mut() {
        for other in others.iter_mut() {
            let [dx, dy, dz] = apart[pair];
            let magnitude = magnitudes[pair];
            let pull = other.mass * magnitude;
            this.velocity[0] -= dx * pull;
            this.velocity[1] -= dy * pull;
            this.velocity[2] -= dz * pull;
            let pull = this.mass * magnitude;
            other.velocity[0] += dx * pull;
            other.velocity[1] += dy * pull;
            other.velocity[2] += dz * pull;
            pair += 1;
        }
        rest = others;
    }
}

/// Hash of the bits of every position and velocity.
fn digest(bodies: &[Body; BODIES]) -> u32 {
    let values = bodies
        .iter()
        .flat_map(|body| body.position.into_iter().chain(body.velocity));
    values.fold(0u32, |hash, value| {
        let bits = value.to_bits();
        let hash = hash.wrapping_mul(31).wrapping_add(bits as u32);
        hash.wrapping_mul(31).wrapping_add((bits >> 32) as u32)
    })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(steps) = size_argument() else {
        eprintln!("usage: nbody <steps>");
        return ExitCode::from(2);
    };
    // Unknown to the compiler, so that no mass is folded into the code.
    let mut bodies = black_box(solar_system());
    let start = Instant::now();
    simulate(&mut bodies, steps);
    let elapsed = start.elapsed();
    println!("{}", digest(&bodies));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
