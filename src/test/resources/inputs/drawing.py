"""What the reference generators share: `<generator>.py <size> <seed>` writes an input to stdout.

workloads/README.md defines the inputs. The harness has generators of its own; a test compares the two.
"""

import sys

# ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu
SYLLABLES = [consonant + "aeiou"[i % 5] for i, consonant in enumerate("bcdfghjklmnprstvwxyz")]
LEVELS = 14
LINES_AT_ONCE = 4096


def draws(seed):
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


VOCABULARY = [spell(rank) for rank in range(1 << LEVELS)]


def word(draw):
    level = draw() * LEVELS >> 16
    return VOCABULARY[(1 << level) + (draw() >> (16 - level))]


def words(draw, count):
    return " ".join(word(draw) for _ in range(count))


def main(lines):
    """Writes the lines that a generator function gives for a size and a function that draws."""
    if len(sys.argv) != 3 or not all(value.isdecimal() for value in sys.argv[1:]):
        print(f"usage: {sys.argv[0]} <size> <seed>", file=sys.stderr)
        return 2
    batch = []
    for line in lines(int(sys.argv[1]), draws(int(sys.argv[2]) & 0xFFFFFFFF).__next__):
        batch.append(line + "\n")
        if len(batch) == LINES_AT_ONCE:
            sys.stdout.write("".join(batch))
            batch.clear()
    sys.stdout.write("".join(batch))
    return 0
