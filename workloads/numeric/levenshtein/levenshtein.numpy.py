"""Levenshtein distance: the fewest insertions, deletions and substitutions between two texts; NumPy."""

import sys
import time

import numpy as np


def letters(count, state):
    """Letters from an alphabet of four, from the workloads' generator, and its next state."""
    text = bytearray()
    for _ in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        text.append(ord("a") + (state >> 30))
    return bytes(text), state


def distances(source, target):
    """The last row of the table of distances between beginnings of the two texts; one row is kept.

    A cell is the least of what comes from above and of those to its left plus their distance from it:
    a running minimum once the column is subtracted.
    """
    target = np.frombuffer(target, dtype=np.uint8)
    columns = np.arange(len(target) + 1, dtype=np.int32)
    row = columns.copy()
    for a in source:
        fresh = row + 1
        np.minimum(fresh[1:], row[:-1] + (target != a), out=fresh[1:])
        fresh -= columns
        np.minimum.accumulate(fresh, out=fresh)
        fresh += columns
        row = fresh
    return row.tolist()


def digest(row):
    result = 0
    for distance in row:
        result = (31 * result + distance) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: levenshtein <letters>", file=sys.stderr)
        return 2
    length = int(sys.argv[1])
    source, state = letters(length, 42)
    target, _ = letters(length, state)
    start = time.perf_counter_ns()
    row = distances(source, target)
    elapsed = time.perf_counter_ns() - start
    print(row[-1])
    print(digest(row))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
