"""Sum of the low bytes of a list, its second half backwards, again and again."""

import sys
import time
from itertools import chain, islice

LENGTH = 10_000
MASK = 0xFFFFFFFF


def numbers(count):
    """Whole numbers below 2**16 from the workloads' generator."""
    state = 42
    values = []
    for _ in range(count):
        state = (1664525 * state + 1013904223) & MASK
        values.append(state >> 16)
    return values


def total(values):
    half = LENGTH // 2
    result = 0
    for value in chain(islice(values, half), islice(reversed(values), half)):
        result += value & 0xFF
    return result


def run(values, passes):
    """The hash of the totals of all passes.

    Before each, the next number of the list becomes the number of the pass, so that no pass can stand
    for another.
    """
    result = 0
    for number in range(passes):
        values[number % LENGTH] = number
        result = (31 * result + total(values)) & MASK
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: joined <passes>", file=sys.stderr)
        return 2
    passes = int(sys.argv[1])
    values = numbers(LENGTH)
    start = time.perf_counter_ns()
    result = run(values, passes)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
