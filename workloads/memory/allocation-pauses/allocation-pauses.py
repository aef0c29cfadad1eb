"""Allocation pauses: every step builds a tree in the place of the oldest of many; steps are timed one by one."""

import sys
import time

DEPTH = 9
LIVE = 60  # trees that live at a time


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    depth -= 1
    return Node(build(depth), build(depth))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def churn(live, steps, times):
    """The hash of the trees' sizes; times gets the CPU time of each step."""
    result = 0
    clock = time.thread_time_ns
    for i in range(steps):
        start = clock()
        tree = build(DEPTH)
        result = (31 * result + count(tree)) & 0xFFFFFFFF
        live[i % LIVE] = tree
        del tree
        times[i] = clock() - start
    return result


def quantile(ordered, permille):
    """By nearest rank, of times in ascending order."""
    return ordered[-(-len(ordered) * permille // 1000) - 1]


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: allocation-pauses <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    times = [0] * steps
    live = [build(DEPTH) for _ in range(LIVE)]
    start = time.perf_counter_ns()
    result = churn(live, steps, times)
    elapsed = time.perf_counter_ns() - start
    print(result, sum(map(count, live)), sep="\n")
    times.sort()
    print(f"step_median_ns={quantile(times, 500)}", file=sys.stderr)
    print(f"step_tail_ns={quantile(times, 999)}", file=sys.stderr)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
