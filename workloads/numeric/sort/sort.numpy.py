"""Sorting of floats in ascending order, with NumPy."""

import sys
import time

import numpy as np


def numbers(count):
    """Whole numbers below 2**32 as floats, each from two draws of the workloads' generator."""
    state = 42
    values = []
    for _ in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        high = state >> 16
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        values.append(float(high << 16 | state >> 16))
    return values


def digest(values):
    result = 0
    for value in values:
        result = (31 * result + int(value)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sort <numbers>", file=sys.stderr)
        return 2
    values = np.array(numbers(int(sys.argv[1])))
    start = time.perf_counter_ns()
    values.sort()
    elapsed = time.perf_counter_ns() - start
    print(digest(values.tolist()))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
