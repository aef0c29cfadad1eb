"""Fibonacci numbers by the recursion that defines them: the price of calls."""

import sys
import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or not 1 <= int(sys.argv[1]) <= 90:
        print("usage: fib <n up to 90>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    start = time.perf_counter_ns()
    number = fib(n)
    elapsed = time.perf_counter_ns() - start
    print(number)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
