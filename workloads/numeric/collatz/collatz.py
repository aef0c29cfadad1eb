"""Collatz: the longest chain from any start up to a limit, and the steps of all chains together."""

import sys
import time


def follow_all(limit):
    """Follows the chain of every start from 1 to the limit down to 1.

    Of equally long chains the first counts.
    """
    longest_start = 1
    longest_steps = 0
    all_steps = 0
    for start in range(1, limit + 1):
        value = start
        steps = 0
        while value != 1:
            value = 3 * value + 1 if value & 1 else value >> 1
            steps += 1
        if steps > longest_steps:
            longest_start = start
            longest_steps = steps
        all_steps += steps
    return longest_start, longest_steps, all_steps


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: collatz <limit>", file=sys.stderr)
        return 2
    limit = int(sys.argv[1])
    start = time.perf_counter_ns()
    chains = follow_all(limit)
    elapsed = time.perf_counter_ns() - start
    print(*chains, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
