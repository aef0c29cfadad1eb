"""Chatty work: steps of xorshift with 32 bits, each from the number that the last one gave."""

import sys
import time


def run(steps):
    x = 42
    for _ in range(steps):
        x ^= x << 13 & 0xFFFFFFFF
        x ^= x >> 17
        x ^= x << 5 & 0xFFFFFFFF
    return x


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: chatty <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    start = time.perf_counter_ns()
    x = run(steps)
    elapsed = time.perf_counter_ns() - start
    print(x)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
