"""Parsing, no text failing: numbers in ten pairs of brackets, a failure passing up through them all."""

import sys
import time
from itertools import cycle, islice

TEXTS = 1000
FAILING = 0  # of these
DEPTH = 10


def make_texts():
    """Numbers of nine digits at most, of which the failing ones have a letter behind them."""
    texts = []
    x = 42
    for i in range(TEXTS):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        # 7919 and the number of texts have no divisor in common: each remainder comes once.
        end = "x" if 7919 * i % TEXTS < FAILING else ""
        texts.append("(" * DEPTH + str(x % 10**9) + end + ")" * DEPTH)
    return texts


def parse(text, begin, end):
    """The number between two places, and one more for each pair of brackets around it."""
    if text[begin] == "(":
        return parse(text, begin + 1, end - 1) + 1
    return int(text[begin:end])


def parse_all(texts, count):
    total = failures = 0
    for text in islice(cycle(texts), count):
        try:
            total += parse(text, 0, len(text))
        except ValueError:
            failures += 1
    return failures, total & 0xFFFFFFFF


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: parse-none <texts>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    texts = make_texts()
    start = time.perf_counter_ns()
    failures, total = parse_all(texts, count)
    elapsed = time.perf_counter_ns() - start
    print(failures, total, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
