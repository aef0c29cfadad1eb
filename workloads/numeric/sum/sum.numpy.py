"""Sum of an array of whole numbers, again and again, with one number changed before each pass; NumPy."""

import sys
import time

import numpy as np

LENGTH = 100_000


def numbers(count):
    """Whole numbers below 2**16 from the workloads' generator."""
    state = 42
    values = []
    for _ in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        values.append(state >> 16)
    return values


def sum_all(values, passes):
    """The sum of every pass.

    Before each, the next number of the list becomes the number of the pass, so that no pass can stand
    for another.
    """
    sums = []
    for number in range(passes):
        values[number % LENGTH] = number
        sums.append(int(values.sum()))
    return sums


def digest(sums):
    result = 0
    for value in sums:
        result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sum <passes>", file=sys.stderr)
        return 2
    passes = int(sys.argv[1])
    values = np.array(numbers(LENGTH), dtype=np.int64)
    start = time.perf_counter_ns()
    sums = sum_all(values, passes)
    elapsed = time.perf_counter_ns() - start
    print(digest(sums))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
