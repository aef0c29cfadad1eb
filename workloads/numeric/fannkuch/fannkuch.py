"""Fannkuch: how many flips of its beginning put 1 in front of a permutation, for many permutations."""

import sys
import time

LENGTH = 12
PERMUTATIONS = 479_001_600


def flip_all(permutations):
    """The sum of the flips, counted positive and negative in turn, and the most that any needs.

    It takes the first permutations in the benchmark's order. Elements count from 0.
    """
    permutation = list(range(LENGTH))
    turns = [0] * (LENGTH + 1)  # the last for what follows all permutations
    checksum = 0
    most = 0
    for index in range(permutations):
        first = permutation[0]
        if first:
            copy = permutation[:]
            flips = 1
            # What comes to the front next tells the last flip, which need not be made.
            following = copy[first]
            while following:
                copy[: first + 1] = copy[first::-1]
                first = following
                following = copy[first]
                flips += 1
            if flips > most:  # noqa: PLR1730 - max() would be a call
                most = flips
            if index & 1:
                checksum -= flips
            else:
                checksum += flips
        # Turns the beginning of two by one place; after every full turn also that of three, and so on.
        permutation[0], permutation[1] = permutation[1], permutation[0]
        if index & 1:
            i = 2
            permutation.insert(2, permutation.pop(0))
            while turns[i] == i:
                turns[i] = 0
                i += 1
                permutation.insert(i, permutation.pop(0))
            turns[i] += 1
    return checksum, most


def main():
    if (
        len(sys.argv) != 2
        or not sys.argv[1].isdecimal()
        or not 1 <= int(sys.argv[1]) <= PERMUTATIONS
    ):
        print(f"usage: fannkuch <permutations up to {PERMUTATIONS}>", file=sys.stderr)
        return 2
    permutations = int(sys.argv[1])
    start = time.perf_counter_ns()
    checksum, most = flip_all(permutations)
    elapsed = time.perf_counter_ns() - start
    print(checksum, most, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
