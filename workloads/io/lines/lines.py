"""Lines in and out of files: many are written, read again one by one, and the longer ones written to
a second file."""

import os
import sys
import time
from itertools import cycle, islice

TEXTS = 1000
BLOCK = 64 * 1024
SHORT = 40


def make_texts():
    """Lines of 1 to 64 letters and a line feed."""
    texts = []
    x = 42
    for _ in range(TEXTS):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        texts.append(b"abcdefgh"[x >> 29 :][:1] * (1 + (x >> 16) % 64) + b"\n")
    return texts


def copy(texts, count):
    """The number of lines that were read and the number and the bytes of those that were kept."""
    with open("all.txt", "wb", BLOCK) as out:
        out.writelines(islice(cycle(texts), count))
    lines = kept = size = 0
    with open("all.txt", "rb", BLOCK) as source, open("kept.txt", "wb", BLOCK) as out:
        write = out.write
        for line in source:
            lines += 1
            if len(line) > SHORT:
                kept += 1
                size += write(line)
    return lines, kept, size


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: lines <lines>", file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    texts = make_texts()
    start = time.perf_counter_ns()
    result = copy(texts, count)
    elapsed = time.perf_counter_ns() - start
    os.remove("all.txt")
    os.remove("kept.txt")
    print(*result, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
