"""Chatty work: steps of xorshift with 32 bits, a call of C for each, by ctypes."""

import ctypes
import os
import sys
import time


def load():
    step = ctypes.CDLL(os.environ["ASSAY_LIBRARY"]).step
    step.argtypes = (ctypes.c_uint32,)
    step.restype = ctypes.c_uint32
    return step


def run(step, steps):
    x = 42
    for _ in range(steps):
        x = step(x)
    return x


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: chatty <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    step = load()
    start = time.perf_counter_ns()
    x = run(step, steps)
    elapsed = time.perf_counter_ns() - start
    print(x)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
