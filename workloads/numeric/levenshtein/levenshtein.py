"""Levenshtein distance: the fewest insertions, deletions and substitutions between two texts."""

import sys
import time


def letters(count, state):
    """Letters from an alphabet of four, from the workloads' generator, and its next state."""
    text = bytearray()
    for _ in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        text.append(ord("a") + (state >> 30))
    return bytes(text), state


def distances(source, target):
    """The last row of the table of distances between beginnings of the two texts; one row is kept."""
    row = list(range(len(target) + 1))
    for a in source:
        above = iter(row)
        diagonal = next(above)
        left = diagonal + 1
        row = [left]
        append = row.append
        for b, up in zip(target, above):
            # min() would be a call, which takes longer than all the rest.
            if a == b:
                left = diagonal
            elif up < left:
                left = up + 1 if up < diagonal else diagonal + 1
            elif diagonal < left:
                left = diagonal + 1
            else:
                left += 1
            append(left)
            diagonal = up
    return row


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
