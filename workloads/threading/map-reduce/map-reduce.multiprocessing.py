"""Map-reduce: T processes count the words of a share of a text each; the counts are then merged."""

import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

BLOCK = 64 * 1024


def count_words(text):
    counts = Counter()
    first = 0
    while first < len(text):
        # A block ends with a line; it keeps the list of its words short.
        end = line_end(text, min(first + BLOCK, len(text)))
        # Text is hashed and compared by shorter ways than bytes.
        counts.update(text[first:end].decode("ascii").split())
        first = end
    return counts


def line_end(text, first):
    """The place after the next line end, or that of the text."""
    return text.find(b"\n", first) + 1 or len(text)


def shares(text, number):
    """As many shares as asked for, of about the same length, each ending with a line."""
    first = 0
    for t in range(number):
        end = line_end(text, max(first, len(text) * (t + 1) // number))
        yield text[first:end]
        first = end


def run(text, processes):
    with ProcessPoolExecutor(processes) as pool:
        counts = pool.map(count_words, shares(text, processes))
        result = next(counts)
        for more in counts:
            result.update(more)
    return result


def digest(counts):
    """Hash of the words in order, each followed by its count."""
    result = 0
    for word, count in sorted(counts.items()):
        for byte in word.encode():
            result = (31 * result + byte) & 0xFFFFFFFF
        result = (31 * result + count) & 0xFFFFFFFF
    return result


def arguments(values):
    """The size and the number of processes, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, processes = (*map(int, values), 1)[:2]
    return (total, processes) if total > 0 and processes > 0 else None


def main():
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: map-reduce <words> [processes] < input", file=sys.stderr)
        return 2
    text = sys.stdin.buffer.read()
    start = time.perf_counter_ns()
    counts = run(text, parsed[1])
    elapsed = time.perf_counter_ns() - start
    print(sum(counts.values()), len(counts), digest(counts), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
