"""N queens: all ways to place n queens on an n by n board so that none attacks another."""

import sys
import time


def place(every, columns, left, right):
    """The solutions below one node of the search.

    Rows are filled one by one, the attacked squares of the next row are bits.
    """
    free = every & ~(columns | left | right)
    solutions = 0
    while free:
        queen = free & -free
        free ^= queen
        taken = columns | queen
        if taken == every:
            solutions += 1
        else:
            solutions += place(every, taken, (left | queen) << 1, (right | queen) >> 1)
    return solutions


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or not 1 <= int(sys.argv[1]) <= 31:
        print("usage: nqueens <n up to 31>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    start = time.perf_counter_ns()
    solutions = place((1 << n) - 1, 0, 0, 0)
    elapsed = time.perf_counter_ns() - start
    print(solutions)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
