"""Big array in NumPy: an array of 32 bits a value, filled and read by whole arrays."""

import sys
import time

import numpy as np

SPREAD = 2654435769  # odd and near 2^32 / golden ratio: its multiples modulo 2^32 are spread out


def work(size):
    """The array, and the sum of as many values as there are, taken from all over it."""
    places = np.arange(size, dtype=np.uint64)
    places *= np.uint64(SPREAD)
    values = places.astype(np.uint32)
    places %= np.uint64(size)
    return values, int(values[places].sum(dtype=np.uint64))


def digest(values, result):
    result &= 0xFFFFFFFF
    for value in values[::1000].tolist():
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
