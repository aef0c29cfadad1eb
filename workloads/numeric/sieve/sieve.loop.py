"""Sieve of Eratosthenes: the number of primes up to a limit; multiples crossed out one by one."""

import sys
import time
from math import isqrt


def primes(limit):
    prime = bytearray([1]) * (limit + 1)
    prime[:2] = [0, 0]
    for number in range(2, isqrt(limit) + 1):
        if prime[number]:
            for multiple in range(number * number, limit + 1, number):
                prime[multiple] = 0
    return prime.count(1)


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
