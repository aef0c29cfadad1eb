"""Spectral norm of a matrix of fractions by ten rounds of the power method, with NumPy."""

import struct
import sys
import time

import numpy as np

ROUNDS = 10


def iterate(n):
    """The vectors after all rounds."""
    u = np.ones(n)
    for _ in range(ROUNDS):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    return u, v


def denominators(row, column):
    """One over the elements in these rows and columns of the matrix: whole numbers."""
    diagonal = row + column
    return diagonal * (diagonal + 1.0) * 0.5 + (row + 1.0)


# Every element of a product adds its quotients in ascending order, starting at zero: only the
# elements are taken together, not the quotients, whose sum NumPy would take in an order of its own.


def multiply(vector):
    rows = np.arange(len(vector), dtype=float)
    product = np.zeros(len(vector))
    for column, value in enumerate(vector):
        product += value / denominators(rows, column)
    return product


def multiply_transposed(vector):
    columns = np.arange(len(vector), dtype=float)
    product = np.zeros(len(vector))
    for row, value in enumerate(vector):
        product += value / denominators(row, columns)
    return product


def digest(values):
    """Hash of the bits of every value."""
    result = 0
    for word in struct.unpack(f"<{2 * len(values)}I", struct.pack(f"<{len(values)}d", *values)):
        result = (31 * result + word) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: spectral-norm <n>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    start = time.perf_counter_ns()
    u, v = iterate(n)
    elapsed = time.perf_counter_ns() - start
    print(digest([*u.tolist(), *v.tolist()]))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
