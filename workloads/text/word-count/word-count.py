"""Word count: how often each word of the standard input occurs, in a Counter."""

import sys
import time
from collections import Counter

BLOCK = 64 * 1024


def count_words(stream):
    counts = Counter()
    while True:
        # A block ends with a line, so that no word is cut in two.
        block = stream.read(BLOCK) + stream.readline()
        if not block:
            return counts
        # Text is hashed and compared by shorter ways than bytes.
        counts.update(block.decode("ascii").split())


def digest(counts):
    """Hash of the words in order, each followed by its count."""
    result = 0
    for word, count in sorted(counts.items()):
        for byte in word.encode():
            result = (31 * result + byte) & 0xFFFFFFFF
        result = (31 * result + count) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: word-count <words> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    counts = count_words(sys.stdin.buffer)
    elapsed = time.perf_counter_ns() - start
    print(sum(counts.values()), len(counts), digest(counts), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
