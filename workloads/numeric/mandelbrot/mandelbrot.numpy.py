"""Mandelbrot set: for every point of a grid the steps until it has left the circle of radius 2; NumPy."""

import sys
import time

import numpy as np

LIMIT = 50


def count_all(n):
    """The counts of an n by n grid, row by row.

    Real parts go up from -1.5 and imaginary parts from -1, both by 2. A count is the number of steps
    of z = z * z + c, from zero, after which z is still within the circle. What has left it is dropped
    after every step.
    """
    steps = 2.0 * np.arange(n) / n
    real = np.tile(steps - 1.5, n)
    imaginary = np.repeat(steps - 1.0, n)
    counts = np.zeros(n * n, dtype=np.uint8)
    inside = np.arange(n * n)
    x, y, x2, y2 = np.zeros((4, n * n))
    for _ in range(LIMIT):
        y = 2.0 * x * y + imaginary
        x = x2 - y2 + real
        x2 = x * x
        y2 = y * y
        near = x2 + y2 <= 4.0
        if not near.all():
            inside = inside[near]
            real, imaginary, x, y, x2, y2 = (
                values[near] for values in (real, imaginary, x, y, x2, y2)
            )
        counts[inside] += 1
    return counts.tolist()


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
