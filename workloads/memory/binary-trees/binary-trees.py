"""Binary trees: builds, counts and frees full trees, one allocation a node."""

import sys
import time

DEPTH = 10
KEEP = 8  # one tree in so many lives to the end


def build(depth, nothing=None):
    if depth == 0:
        # From a name: a literal (None, None) is one shared constant and would not be allocated.
        return nothing, nothing
    depth -= 1
    return build(depth), build(depth)


def count(node):
    left, right = node
    if left is None:
        return 1
    return 1 + count(left) + count(right)


def churn(trees, depth):
    result = 0
    kept = []
    for i in range(trees):
        tree = build(depth)
        result = (31 * result + count(tree)) & 0xFFFFFFFF
        if i % KEEP == 0:
            kept.append(tree)
    for tree in kept:
        result = (31 * result + count(tree)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: binary-trees <trees>", file=sys.stderr)
        return 2
    trees = int(sys.argv[1])
    start = time.perf_counter_ns()
    result = churn(trees, DEPTH)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
