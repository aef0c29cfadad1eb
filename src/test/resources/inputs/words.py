"""The reference generator of the "words" input: `words.py <words> <seed>` writes it to stdout.

workloads/README.md defines it. The harness has a generator of its own; a test compares the two.
"""

import sys

# ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu
SYLLABLES = [consonant + "aeiou"[i % 5] for i, consonant in enumerate("bcdfghjklmnprstvwxyz")]
LEVELS = 14
LINES_AT_ONCE = 4096


def values(seed):
    """The 16-bit values of the linear congruential generator."""
    x = seed
    while True:
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        yield x >> 16


def spell(rank):
    """The word of a rank from 1 up: its digits in the bijective base 20, a syllable each."""
    word = ""
    while rank > 0:
        rank -= 1
        word = SYLLABLES[rank % 20] + word
        rank //= 20
    return word


def lines(words, seed):
    vocabulary = [spell(rank) for rank in range(1 << LEVELS)]
    draw = values(seed).__next__
    left = words
    while left > 0:
        length = min(left, 5 + (draw() >> 13))
        line = []
        for _ in range(length):
            level = draw() * LEVELS >> 16
            line.append(vocabulary[(1 << level) + (draw() >> (16 - level))])
        yield " ".join(line) + "\n"
        left -= length


def main():
    if len(sys.argv) != 3 or not all(value.isdecimal() for value in sys.argv[1:]):
        print("usage: words.py <words> <seed>", file=sys.stderr)
        return 2
    batch = []
    for line in lines(int(sys.argv[1]), int(sys.argv[2]) & 0xFFFFFFFF):
        batch.append(line)
        if len(batch) == LINES_AT_ONCE:
            sys.stdout.write("".join(batch))
            batch.clear()
    sys.stdout.write("".join(batch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
