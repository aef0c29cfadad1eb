"""Sorting integers: read as text from the standard input and sorted as Python's list does it."""

import sys
import time


def read_sorted(stream):
    numbers = list(map(int, stream.read().split()))
    numbers.sort()
    return numbers


def digest(numbers):
    result = 0
    for number in numbers:
        result = (31 * result + number) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sort-integers <integers> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    numbers = read_sorted(sys.stdin)
    elapsed = time.perf_counter_ns() - start
    print(len(numbers), digest(numbers), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
