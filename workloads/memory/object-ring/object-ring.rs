//! Object rings: every step makes an object in the place of the oldest one; some are shared with a
//! second ring, in which they live longer.
use std::env;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;

/// Objects in each of the rings.
const RING: usize = 500;
/// One object in so many enters the second ring too.
const SHARED: u64 = 8;

struct Item {
    key: u64,
    value: u32,
    age: u32,
}

type Ring = Vec<Rc<Item>>;

fn new_ring() -> Ring {
    let item = |key| Item {
        key,
        value: 0,
        age: 0,
    };
    (0..RING as u64).map(|key| Rc::new(item(key))).collect()
}

fn churn(steps: u64) -> (Ring, Ring) {
    let mut latest = new_ring();
    let mut shared = new_ring();
    for key in 0..steps {
        let place = &mut latest[(key % RING as u64) as usize];
        *place = Rc::new(Item {
            key,
            value: place.value.wrapping_mul(31).wrapping_add(key as u32),
            age: place.age + 1,
        });
        if key % SHARED == 0 {
            shared[(key / SHARED % RING as u64) as usize] = Rc::clone(place);
        }
    }
    (latest, shared)
}

fn digest(latest: &Ring, shared: &Ring) -> u32 {
    latest
        .iter()
        .chain(shared)
        .flat_map(|item| [item.key as u32, item.value, item.age])
        .fold(0, |hash: u32, word| {
            hash.wrapping_mul(31).wrapping_add(word)
        })
}

fn size_argument() -> Option<u64> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(steps) = size_argument() else {
        eprintln!("usage: object-ring <steps>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (latest, shared) = churn(steps);
    let elapsed = start.elapsed();
    println!("{}", digest(&latest, &shared));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
