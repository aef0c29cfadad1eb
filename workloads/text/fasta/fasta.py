"""FASTA: a sequence that repeats and one that is drawn by weights, in lines of 60 letters."""

import sys
import time

WIDTH = 60
BLOCK = 64 * 1024
PERIOD = 287
SEED = 42
# Of the 65536 values that can be drawn so many mean each letter.
WEIGHTS = ((b"a", 19858), (b"c", 12976), (b"g", 12946), (b"t", 19756))


def draw(table, count, x):
    """So many letters and the state of the generator behind them."""
    letters = [table[(x := (1664525 * x + 1013904223) & 0xFFFFFFFF) >> 16] for _ in range(count)]
    return bytes(letters), x


def write_repeated(out, pattern, letters):
    # With its first letters behind it, every line is one slice.
    wrapped = pattern + pattern[:WIDTH]
    at = 0
    out.write(b">repeated\n")
    while letters > 0:
        length = min(WIDTH, letters)
        out.write(wrapped[at : at + length] + b"\n")
        at = (at + length) % len(pattern)
        letters -= length


def write_drawn(out, table, letters, x):
    out.write(b">drawn\n")
    while letters > 0:
        length = min(WIDTH, letters)
        line, x = draw(table, length, x)
        out.write(line + b"\n")
        letters -= length


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: fasta <letters>", file=sys.stderr)
        return 2
    letters = int(sys.argv[1])
    table = b"".join(letter * weight for letter, weight in WEIGHTS)
    pattern, x = draw(table, PERIOD, SEED)
    start = time.perf_counter_ns()
    with open(sys.stdout.fileno(), "wb", BLOCK, closefd=False) as out:
        write_repeated(out, pattern, letters)
        write_drawn(out, table, letters, x)
    elapsed = time.perf_counter_ns() - start
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
