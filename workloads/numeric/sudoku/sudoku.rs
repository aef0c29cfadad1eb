//! Sudoku: puzzles solved by depth-first search, always at the cell with the fewest digits left.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// Each has exactly one solution.
const PUZZLES: [&[u8; 81]; 12] = [
    b"....4...7..15.......6....2.7......62314.5.......9.....5......192...9..7...32..5..",
    b".1.6.....4...39.2..6.72.91..3.....65............2.719.......2....7..4.....9.1.3..",
    b"7..8......8..2.653.4.....989......8....6.3...67.....3.2...9.....6..81......75..6.",
    b".47.9..3.8..2.4..1....536...79..8.......3.9...82....4..18..2.6.7..1.......6......",
    b"....4..3..25....4..6..32..8........2814...9....7..6...1.3.276...4.9..........1.7.",
    b"..1.6.2..7....98.6.3.2..7..28.5.........7...8.76...........5..949..2..7.8....64..",
    b"..9...6..8...5.1...25..9...2.....95.3.7....8..1........6..3..2.9..28...7.....64..",
    b"6...2.1...1..36....3...7..87.6...89..4.....1.3....4.65..2..39.74....2......79....",
    b"...6.2....465..1....5.73...3.4.....1..7.69..........3...1.8..674.82..5...5.......",
    b".7.892.35...........9.6..1.......32............5.39.......1...729.6...51.46..52..",
    b"4..1.....71..8.....2...7..5..4.3..62..7..1......6..34...............57.8.82.....6",
    b".......91..9..28.7...1.3........4...74.81..2.1326......2.....853...45.....7......",
];
const ALL: u16 = 0b111_111_111;
const LEFT: [u8; ALL as usize + 1] = left();

type Grid = [u16; 81];

#[derive(Clone, Copy)]
struct Cell {
    row: u8,
    column: u8,
    box_: u8,
    place: u8,
}

struct Search {
    /// The digits, as bits, in each row, then each column, then each box; 27 are used, and the others make
    /// every index of a byte a valid one.
    used: [u16; 256],
    grid: Grid,
    nodes: u64,
}

/// How many digits are left when these are taken.
const fn left() -> [u8; ALL as usize + 1] {
    let mut left = [0; ALL as usize + 1];
    let mut taken = 0;
    while taken <= ALL {
        left[taken as usize] = (ALL & !taken).count_ones() as u8;
        taken += 1;
    }
    left
}

impl Search {
    /// Looks through the whole tree below one node.
    fn go_through(&mut self, cells: &mut [Cell], solutions: &mut Vec<Grid>) {
        self.nodes += 1;
        if cells.is_empty() {
            solutions.push(self.grid);
            return;
        }
        let mut fewest = 10;
        let mut chosen = 0;
        let mut free = 0;
        for (index, &cell) in cells.iter().enumerate() {
            let taken = self.used[cell.row as usize]
                | self.used[cell.column as usize]
                | self.used[cell.box_ as usize];
            let left = LEFT[(taken & ALL) as usize];
            if left < fewest {
                fewest = left;
                chosen = index;
                free = ALL & !taken;
                if fewest < 2 {
                    break;
                }
            }
        }
        if fewest == 0 {
            return;
        }
        let last = cells.len() - 1;
        cells.swap(chosen, last);
        let (&mut cell, rest) = cells.split_last_mut().expect("not empty");
        while free != 0 {
            let digit = free & free.wrapping_neg();
            free ^= digit;
            self.toggle(cell, digit);
            self.grid[cell.place as usize] = digit;
            self.go_through(rest, solutions);
            self.toggle(cell, digit);
        }
        cells.swap(chosen, last);
    }

    fn toggle(&mut self, cell: Cell, digit: u16) {
        self.used[cell.row as usize] ^= digit;
        self.used[cell.column as usize] ^= digit;
        self.used[cell.box_ as usize] ^= digit;
    }
}

/// The nodes of the puzzle's tree.
fn solve(puzzle: &[u8; 81], solutions: &mut Vec<Grid>) -> u64 {
    let mut search = Search {
        used: [0; 256],
        grid: [0; 81],
        nodes: 0,
    };
    let mut cells = Vec::with_capacity(81);
    for (place, &mark) in puzzle.iter().enumerate() {
        let (row, column) = (place / 9, place % 9);
        let cell = Cell {
            row: row as u8,
            column: 9 + column as u8,
            box_: 18 + (row / 3 * 3 + column / 3) as u8,
            place: place as u8,
        };
        if mark == b'.' {
            cells.push(cell);
        } else {
            search.grid[place] = 1 << (mark - b'1');
            search.toggle(cell, search.grid[place]);
        }
    }
    search.go_through(&mut cells, solutions);
    search.nodes
}

fn solve_all(count: usize) -> (u64, Vec<Grid>) {
    let mut solutions = Vec::with_capacity(count);
    let mut nodes = 0;
    for puzzle in PUZZLES.into_iter().cycle().take(count) {
        nodes += solve(puzzle, &mut solutions);
    }
    (nodes, solutions)
}

fn digest(solutions: &[Grid]) -> u32 {
    solutions.iter().flatten().fold(0u32, |hash, digit| {
        hash.wrapping_mul(31)
            .wrapping_add(digit.trailing_zeros() + 1)
    })
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(count) = size_argument() else {
        eprintln!("usage: sudoku <puzzles>");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let (nodes, solutions) = solve_all(count);
    let elapsed = start.elapsed();
    println!("{nodes}");
    println!("{}", digest(&solutions));
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
