"""Chunky work: a hash (FNV-1a of 32 bits) over blocks of 64 KiB, a call of C for each, by ctypes."""

import ctypes
import os
import sys
import time

BLOCK = 65536


def make_block():
    x = 42
    block = bytearray()
    for _ in range(BLOCK):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        block.append(x >> 24)
    return bytes(block)


def load():
    update = ctypes.CDLL(os.environ["ASSAY_LIBRARY"]).update
    update.argtypes = (ctypes.c_uint32, ctypes.c_char_p, ctypes.c_size_t)
    update.restype = ctypes.c_uint32
    return update


def hash_all(update, block, count):
    digest = 2166136261
    while count > 0:
        digest = update(digest, block, min(count, BLOCK))
        count -= BLOCK
    return digest


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: chunky <bytes>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    block = make_block()
    update = load()
    start = time.perf_counter_ns()
    digest = hash_all(update, block, count)
    elapsed = time.perf_counter_ns() - start
    print(digest)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
