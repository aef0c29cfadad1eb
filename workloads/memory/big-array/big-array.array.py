"""Big array of machine numbers: an array of 32 bits a value in the place of the list."""

import sys
import time
from array import array

SPREAD = 2654435769  # odd and near 2^32 / golden ratio: its multiples modulo 2^32 are spread out


def work(size):
    """The array, and the sum of as many values as there are, taken from all over it."""
    spread = SPREAD
    values = array("I", (i * spread & 0xFFFFFFFF for i in range(size)))
    result = 0
    for i in range(size):
        result += values[i * spread % size]
    return values, result


def digest(values, result):
    result &= 0xFFFFFFFF
    for value in values[::1000]:
        result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: big-array <size>", file=sys.stderr)
        return 2
    size = int(sys.argv[1])
    start = time.perf_counter_ns()
    values, result = work(size)
    elapsed = time.perf_counter_ns() - start
    print(digest(values, result))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
