"""Sieve of Eratosthenes: the number of primes up to a limit, with NumPy."""

import sys
import time
from math import isqrt

import numpy as np


def primes(limit):
    prime = np.ones(limit + 1, dtype=bool)
    prime[:2] = False
    for number in range(2, isqrt(limit) + 1):
        if prime[number]:
            prime[number * number :: number] = False
    return np.count_nonzero(prime)


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sieve <limit>", file=sys.stderr)
        return 2
    limit = int(sys.argv[1])
    start = time.perf_counter_ns()
    count = primes(limit)
    elapsed = time.perf_counter_ns() - start
    print(count)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
