"""The workloads' generator: numbers drawn one after the other and hashed."""

import sys
import time


def draw(count):
    state = 42
    result = 0
    for _ in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        result = (31 * result + (state >> 16)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: lcg <numbers>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    start = time.perf_counter_ns()
    result = draw(count)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
