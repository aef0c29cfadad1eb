"""Chunky work: a hash (FNV-1a of 32 bits) over blocks of 64 KiB, a call of a native module for each."""

import sys
import time

from native import update

BLOCK = 65536


def make_block():
    x = 42
    block = bytearray()
    for _ in range(BLOCK):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        block.append(x >> 24)
    return bytes(block)


def hash_all(block, count):
    digest = 2166136261
    while count > 0:
        digest = update(digest, block[:count])
        count -= BLOCK
    return digest


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: chunky <bytes>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    block = make_block()
    start = time.perf_counter_ns()
    digest = hash_all(block, count)
    elapsed = time.perf_counter_ns() - start
    print(digest)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
