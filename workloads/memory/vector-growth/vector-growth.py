"""Vector growth: values are pushed onto drawn lists; one that is full is added up and begun anew."""

import sys
import time

LISTS = 256
FULL = 2000  # values of a full list
DRAWS = 65536  # draws made beforehand; they are used over and over


def make_draws():
    state = 42
    draws = bytearray()
    for _ in range(DRAWS):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        draws.append(state >> 24)
    return bytes(draws)


def churn(count, draws):
    """The hash of the sums of full lists, and the lists at the end."""
    lists = [[] for _ in range(LISTS)]
    result = 0
    for first in range(0, count, DRAWS):
        for value, draw in zip(range(first, count), draws):
            values = lists[draw]
            values.append(value)
            if len(values) == FULL:
                lists[draw] = []
                result = (31 * result + sum(values)) & 0xFFFFFFFF
    return result, lists


def digest(result, lists):
    for values in lists:
        for value in values:
            result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: vector-growth <values>", file=sys.stderr)
        return 2
    values = int(sys.argv[1])
    draws = make_draws()
    start = time.perf_counter_ns()
    result, lists = churn(values, draws)
    elapsed = time.perf_counter_ns() - start
    print(digest(result, lists))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
