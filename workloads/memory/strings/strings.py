"""Strings: short names made of numbers, joined by batches into lines; the latest batches live."""

import sys
import time

BATCH = 50  # names in a line
LIVE = 100  # batches that live at a time


def churn(count):
    """The hash of the lengths and sevens of all lines, and the batches that live at the end."""
    result = 0
    live = []
    for k, first in enumerate(range(0, count, BATCH)):
        names = [f"item-{number}" for number in range(first, min(count, first + BATCH))]
        line = ",".join(names)
        result = (31 * result + len(line) + line.count("7")) & 0xFFFFFFFF
        if k < LIVE:
            live.append((names, line))
        else:
            live[k % LIVE] = names, line
    return result, live


def digest(result, live):
    for names, line in live:
        for text in (*names, line):
            for byte in text.encode():
                result = (31 * result + byte) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: strings <names>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    start = time.perf_counter_ns()
    result, live = churn(count)
    elapsed = time.perf_counter_ns() - start
    print(digest(result, live))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
