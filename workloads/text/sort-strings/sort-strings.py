"""Sorting strings: the lines of the standard input, sorted as Python's list does it."""

import sys
import time


def digest(lines):
    """Hash of the length and the last character of each line, in order."""
    result = 0
    for line in lines:
        result = (31 * result + 256 * len(line) + ord(line[-1])) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: sort-strings <words> < input", file=sys.stderr)
        return 2
    lines = sys.stdin.read().splitlines()
    start = time.perf_counter_ns()
    lines.sort()
    elapsed = time.perf_counter_ns() - start
    print(len(lines), digest(lines), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
