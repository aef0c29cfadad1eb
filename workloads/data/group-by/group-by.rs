//! Group by: orders of a table joined with the regions of their customers, grouped and sorted, with
//! a parser written for it, as the standard library has none.
use std::cmp::Ordering;
use std::collections::HashMap;
use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::str;
use std::time::Instant;

const BLOCK: usize = 64 * 1024;
const SINCE: &[u8] = b"2026-03-01";
const CUSTOMERS: usize = 4096;
const REGIONS: [&str; 8] = [
    "center",
    "east",
    "north",
    "northeast",
    "northwest",
    "south",
    "southeast",
    "west",
];

struct Group {
    orders: u32,
    revenue: f64,
    highest: f64,
}

/// The groups of a region by their product.
type Groups = HashMap<Box<[u8]>, Group>;

struct Row {
    region: usize,
    product: Box<[u8]>,
    group: Group,
}

fn region_by_customer() -> HashMap<u32, usize> {
    let mut state: u32 = 7;
    (1..=CUSTOMERS as u32)
        .map(|customer| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (customer, (state >> 29) as usize)
        })
        .collect()
}

/// Takes a field and the comma or the end behind it from the front of a record. A field in quotes
/// may have commas, but no quotes and no line breaks.
fn field<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (field, behind) = match rest.strip_prefix(b"\"") {
        Some(quoted) => {
            let length = quoted.iter().position(|&byte| byte == b'"')?;
            (&quoted[..length], &quoted[length + 1..])
        }
        None => {
            let comma = rest.iter().position(|&byte| byte == b',');
            rest.split_at(comma.unwrap_or(rest.len()))
        }
    };
    *rest = match behind {
        [] => behind,
        [b',', next @ ..] => next,
        _ => return None,
    };
    Some(field)
}

fn number<T: str::FromStr>(field: &[u8]) -> Option<T> {
    str::from_utf8(field).ok()?.parse().ok()
}

/// Adds an order to its group; nothing when it is no order.
fn add(
    groups: &mut [Groups; REGIONS.len()],
    regions: &HashMap<u32, usize>,
    line: &[u8],
) -> Option<()> {
    let rest = &mut &line[..];
    field(rest)?;
    if field(rest)? < SINCE {
        return Some(());
    }
    let customer = number(field(rest)?)?;
    let product = field(rest)?;
    let quantity: u32 = number(field(rest)?)?;
    let price: f64 = number(field(rest)?)?;
    let revenue = f64::from(quantity) * price;
    let region = &mut groups[*regions.get(&customer)?];
    if let Some(group) = region.get_mut(product) {
        group.orders += 1;
        group.revenue += revenue;
        group.highest = group.highest.max(price);
    } else {
        let group = Group {
            orders: 1,
            revenue,
            highest: price,
        };
        region.insert(product.into(), group);
    }
    Some(())
}

/// The groups, the highest revenue first.
fn sorted(groups: [Groups; REGIONS.len()]) -> Vec<Row> {
    let mut rows: Vec<Row> = (0..)
        .zip(groups)
        .flat_map(|(region, groups)| {
            groups.into_iter().map(move |(product, group)| Row {
                region,
                product,
                group,
            })
        })
        .collect();
    rows.sort_unstable_by(|a, b| {
        let by_revenue = b.group.revenue.partial_cmp(&a.group.revenue);
        by_revenue
            .unwrap_or(Ordering::Equal)
            .then(a.region.cmp(&b.region))
            .then_with(|| a.product.cmp(&b.product))
    });
    rows
}

fn summarise(mut input: impl BufRead, regions: &HashMap<u32, usize>) -> io::Result<Vec<Row>> {
    let mut groups: [Groups; REGIONS.len()] = Default::default();
    let mut line = Vec::new();
    input.read_until(b'\n', &mut line)?;
    line.clear();
    while input.read_until(b'\n', &mut line)? > 0 {
        let order = line.strip_suffix(b"\n").unwrap_or(&line);
        add(&mut groups, regions, order)
            .ok_or_else(|| io::Error::other("a line is not an order"))?;
        line.clear();
    }
    Ok(sorted(groups))
}

fn hash(hash: u32, value: u32) -> u32 {
    hash.wrapping_mul(31).wrapping_add(value)
}

fn digest(rows: &[Row]) -> u32 {
    rows.iter().fold(0, |digest, row| {
        let region = REGIONS[row.region].as_bytes();
        let names = region.iter().chain(row.product.iter());
        let digest = names.fold(digest, |digest, &byte| hash(digest, u32::from(byte)));
        let digest = hash(digest, row.group.orders);
        // Low bits only, as all arithmetic here is.
        let digest = hash(digest, (4.0 * row.group.revenue) as u64 as u32);
        hash(digest, (4.0 * row.group.highest) as u32)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    if size_argument().is_none() {
        eprintln!("usage: group-by <orders> < input");
        return ExitCode::from(2);
    }
    let regions = region_by_customer();
    let start = Instant::now();
    let input = BufReader::with_capacity(BLOCK, io::stdin().lock());
    let rows = match summarise(input, &regions) {
        Ok(rows) => rows,
        Err(error) => {
            eprintln!("group-by: {error}");
            return ExitCode::FAILURE;
        }
    };
    let elapsed = start.elapsed();
    println!("{}", rows.iter().map(|row| row.group.orders).sum::<u32>());
    println!("{}\n{}", rows.len(), digest(&rows));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
