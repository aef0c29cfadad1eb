"""Matrix product by the schoolbook method: every element adds its products in ascending k."""

import sys
import time
from operator import mul

try:
    from math import sumprod
except ImportError:  # before 3.12
    sumprod = None

RANGE = 1000


def matrix(n, state):
    """Whole numbers below RANGE from the workloads' generator, and its next state."""
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF
            row.append(float((state >> 16) % RANGE))
        rows.append(row)
    return rows, state


def multiply(a, b):
    """The product of two matrices, as lists of rows.

    Rows against transposed columns let built-ins run the inner loop: sumprod(), or sum() and map()
    where it is missing. Every partial sum is a whole number below 2**53, so all of them are exact.
    """
    columns = list(zip(*b))
    if sumprod is None:
        return [[sum(map(mul, row, column)) for column in columns] for row in a]
    return [[sumprod(row, column) for column in columns] for row in a]


def digest(rows):
    result = 0
    for row in rows:
        for value in row:
            result = (31 * result + int(value)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: matmul <n>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    a, state = matrix(n, 42)
    b, _ = matrix(n, state)
    start = time.perf_counter_ns()
    product = multiply(a, b)
    elapsed = time.perf_counter_ns() - start
    print(digest(product))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
