//! N-body: the Sun and the four giant planets under their mutual gravity, advanced by the
//! symplectic Euler method.
use std::env;
use std::f64::consts::PI;
use std::process::ExitCode;
use std::time::Instant;

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
fn solar_system() -> [Body; 5] {
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

fn simulate(bodies: &mut [Body; 5], steps: u64) {
    for _ in 0..steps {
        for i in 0..bodies.len() {
            let (head, others) = bodies.split_at_mut(i + 1);
            let this = &mut head[i];
            for other in others {
                let dx = this.position[0] - other.position[0];
                let dy = this.position[1] - other.position[1];
                let dz = this.position[2] - other.position[2];
                let square = dx * dx + dy * dy + dz * dz;
                let magnitude = TIME_STEP / (square * square.sqrt());
                let pull = other.mass * magnitude;
                this.velocity[0] -= dx * pull;
                this.velocity[1] -= dy * pull;
                this.velocity[2] -= dz * pull;
                let pull = this.mass * magnitude;
                other.velocity[0] += dx * pull;
                other.velocity[1] += dy * pull;
                other.velocity[2] += dz * pull;
            }
            // No later pair of this step has this body in it, so it can move now.
            this.position[0] += TIME_STEP * this.velocity[0];
            this.position[1] += TIME_STEP * this.velocity[1];
            this.position[2] += TIME_STEP * this.velocity[2];
        }
    }
}

/// Hash of the bits of every position and velocity.
fn digest(bodies: &[Body; 5]) -> u32 {
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
    let mut bodies = solar_system();
    let start = Instant::now();
    simulate(&mut bodies, steps);
    let elapsed = start.elapsed();
    println!("{}", digest(&bodies));
    eprintln!("kernel_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
