"""Sudoku: puzzles solved by depth-first search, always at the cell with the fewest digits left."""

import sys
import time

# Each has exactly one solution.
PUZZLES = [
    "....4...7..15.......6....2.7......62314.5.......9.....5......192...9..7...32..5..",
    ".1.6.....4...39.2..6.72.91..3.....65............2.719.......2....7..4.....9.1.3..",
    "7..8......8..2.653.4.....989......8....6.3...67.....3.2...9.....6..81......75..6.",
    ".47.9..3.8..2.4..1....536...79..8.......3.9...82....4..18..2.6.7..1.......6......",
    "....4..3..25....4..6..32..8........2814...9....7..6...1.3.276...4.9..........1.7.",
    "..1.6.2..7....98.6.3.2..7..28.5.........7...8.76...........5..949..2..7.8....64..",
    "..9...6..8...5.1...25..9...2.....95.3.7....8..1........6..3..2.9..28...7.....64..",
    "6...2.1...1..36....3...7..87.6...89..4.....1.3....4.65..2..39.74....2......79....",
    "...6.2....465..1....5.73...3.4.....1..7.69..........3...1.8..674.82..5...5.......",
    ".7.892.35...........9.6..1.......32............5.39.......1...729.6...51.46..52..",
    "4..1.....71..8.....2...7..5..4.3..62..7..1......6..34...............57.8.82.....6",
    ".......91..9..28.7...1.3........4...74.81..2.1326......2.....853...45.....7......",
]
ALL = 0b111_111_111
# How many digits are left when these are taken.
LEFT = [sum(1 for digit in range(9) if not taken >> digit & 1) for taken in range(ALL + 1)]


def solve(puzzle, solutions):
    """Looks through the whole tree of a puzzle, and gives the number of its nodes."""
    used = [0] * 27  # the digits, as bits, in each row, then each column, then each box
    grid = [0] * 81
    cells = []
    for place, mark in enumerate(puzzle):
        row, column = divmod(place, 9)
        units = row, 9 + column, 18 + row // 3 * 3 + column // 3
        if mark == ".":
            cells.append((*units, place))
        else:
            grid[place] = 1 << (int(mark) - 1)
            for unit in units:
                used[unit] |= grid[place]
    return search(cells, used, grid, solutions)


def search(cells, used, grid, solutions):
    if not cells:
        solutions.append(grid[:])
        return 1
    fewest = 10
    for index, (row, column, box, _) in enumerate(cells):
        taken = used[row] | used[column] | used[box]
        if LEFT[taken] < fewest:
            fewest = LEFT[taken]
            chosen = index
            free = ALL & ~taken
            if fewest < 2:
                break
    nodes = 1
    if not fewest:
        return nodes
    cell = row, column, box, place = cells[chosen]
    last = cells.pop()
    if last is not cell:
        cells[chosen] = last
    while free:
        digit = free & -free
        free ^= digit
        used[row] |= digit
        used[column] |= digit
        used[box] |= digit
        grid[place] = digit
        nodes += search(cells, used, grid, solutions)
        used[row] ^= digit
        used[column] ^= digit
        used[box] ^= digit
    if last is not cell:
        cells[chosen] = cell
    cells.append(last)
    return nodes


def solve_all(count):
    solutions = []
    nodes = 0
    for number in range(count):
        nodes += solve(PUZZLES[number % len(PUZZLES)], solutions)
    return nodes, solutions


def digest(solutions):
    result = 0
    for grid in solutions:
        for digit in grid:
            result = (31 * result + digit.bit_length()) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sudoku <puzzles>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    start = time.perf_counter_ns()
    nodes, solutions = solve_all(count)
    elapsed = time.perf_counter_ns() - start
    print(nodes)
    print(digest(solutions))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
