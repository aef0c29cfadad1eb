"""Calls of C: the C library's toupper for every byte, through ctypes."""

import ctypes
import sys
import time

PERIOD = 65536


def load():
    toupper = ctypes.CDLL(None).toupper
    toupper.argtypes = (ctypes.c_int,)
    toupper.restype = ctypes.c_int
    return toupper


def make_text(count):
    """So many ASCII characters, the first of them drawn and then all again."""
    x = 42
    drawn = bytearray()
    for _ in range(min(count, PERIOD)):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        drawn.append(x >> 25)
    return bytes(drawn * (count // len(drawn) + 1))[:count]


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: toupper <calls>", file=sys.stderr)
        return 2
    text = make_text(int(sys.argv[1]))
    toupper = load()
    start = time.perf_counter_ns()
    total = sum(map(toupper, text))
    elapsed = time.perf_counter_ns() - start
    print(total)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
