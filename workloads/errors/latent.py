"""A mistake in a branch that is taken only with an argument: a number is added to a text."""

import sys


def describe(prices: list[int], verbose: bool) -> str:
    total = sum(prices)
    if verbose:
        return "the total is " + total
    return "done"


print(describe([1, 2, 3], len(sys.argv) > 1))
