"""Mandelbrot set: for every point of a grid the steps until it has left the circle of radius 2."""

import sys
import time

LIMIT = 50


def count_all(n):
    """The counts of an n by n grid, row by row.

    Real parts go up from -1.5 and imaginary parts from -1, both by 2. A count is the number of steps
    of z = z * z + c, from zero, after which z is still within the circle.
    """
    steps = range(LIMIT)
    counts = []
    for row in range(n):
        imaginary = 2.0 * row / n - 1.0
        for column in range(n):
            c = complex(2.0 * column / n - 1.5, imaginary)
            z = 0j
            for count in steps:  # noqa: B007 - it is used behind the loop
                z = z * z + c
                if abs(z) > 2.0:
                    break
            else:
                count = LIMIT
            counts.append(count)
    return counts


def digest(counts):
    result = 0
    for count in counts:
        result = (31 * result + count) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: mandelbrot <n>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    start = time.perf_counter_ns()
    counts = count_all(n)
    elapsed = time.perf_counter_ns() - start
    print(digest(counts))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
