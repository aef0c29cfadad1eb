"""The reference generator of the "words" input."""

import sys

from drawing import main, words


def lines(size, draw):
    left = size
    while left > 0:
        length = min(left, 5 + (draw() >> 13))
        yield words(draw, length)
        left -= length


if __name__ == "__main__":
    sys.exit(main(lines))
