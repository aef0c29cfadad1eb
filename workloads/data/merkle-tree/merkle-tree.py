"""Merkle tree: transactions hashed by SHA-256 of hashlib, and hashes in pairs up to the root."""

import sys
import time
from hashlib import sha256

LEAF = b"\0"
NODE = b"\1"


def transactions(n):
    """Sender, receiver and amount, from the workloads' generator."""
    state = 42
    result = []
    for _ in range(n):
        numbers = []
        for _ in range(3):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF
            numbers.append(state >> 16)
        result.append(b"%d,%d,%d" % tuple(numbers))
    return result


def root(records):
    """An odd hash at the end of a level goes up as it is."""
    level = [sha256(LEAF + record).digest() for record in records]
    while len(level) > 1:
        pairs = iter(level)
        above = [sha256(NODE + left + right).digest() for left, right in zip(pairs, pairs)]
        if len(level) % 2 == 1:
            above.append(level[-1])
        level = above
    return level[0]


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: merkle-tree <transactions>", file=sys.stderr)
        return 2
    records = transactions(int(sys.argv[1]))
    start = time.perf_counter_ns()
    result = root(records)
    elapsed = time.perf_counter_ns() - start
    print(*(int.from_bytes(result[i : i + 4], "big") for i in range(0, 32, 4)), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
