"""Cycles: parents and children that refer to each other, which only the cyclic collector frees."""

import sys
import time

CHILDREN = 8  # children of a parent
KEEP = 8  # one family in so many lives on,
LIVE = 250  # until as many others as this have done so too


class Parent:
    def __init__(self, value):
        self.value = value
        self.children = [Child(k, self) for k in range(CHILDREN)]


class Child:
    def __init__(self, value, parent):
        self.value = value
        self.parent = parent


def add_up(family):
    """Adds up what the children and, seen from each of them, their parent say."""
    result = 0
    for child in family.children:
        result += child.value ^ child.parent.value
    return result


def churn(families):
    """The hash of the families' sums, and the families that live at the end."""
    result = 0
    live = []
    for i in range(families):
        family = Parent(i & 0xFFFFFFFF)
        result = (31 * result + add_up(family)) & 0xFFFFFFFF
        if i % KEEP == 0:
            if len(live) < LIVE:
                live.append(family)
            else:
                live[i // KEEP % LIVE] = family
    return result, live


def digest(result, live):
    for family in live:
        result = (31 * result + add_up(family)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: cycles <families>", file=sys.stderr)
        return 2
    families = int(sys.argv[1])
    start = time.perf_counter_ns()
    result, live = churn(families)
    elapsed = time.perf_counter_ns() - start
    print(digest(result, live))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
