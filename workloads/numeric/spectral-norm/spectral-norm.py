"""Spectral norm of a matrix of fractions by ten rounds of the power method."""

import struct
import sys
import time

ROUNDS = 10


def iterate(n):
    """The vectors after all rounds."""
    u = [1.0] * n
    for _ in range(ROUNDS):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    return u, v


# One over the element in row i and column j is (i + j) (i + j + 1) / 2 + i + 1. Along a row, and along
# a column, it grows by one more from element to element. All of these are whole numbers, so that
# floats, which are faster here than ints, hold them exactly.


def multiply(vector):
    product = []
    for row in range(len(vector)):
        denominator = float(row * (row + 1) // 2 + row + 1)
        step = row + 1.0
        total = 0.0
        for value in vector:
            total += value / denominator
            denominator += step
            step += 1.0
        product.append(total)
    return product


def multiply_transposed(vector):
    product = []
    for column in range(len(vector)):
        denominator = float(column * (column + 1) // 2 + 1)
        step = column + 2.0
        total = 0.0
        for value in vector:
            total += value / denominator
            denominator += step
            step += 1.0
        product.append(total)
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
    print(digest(u + v))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
