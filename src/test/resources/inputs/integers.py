"""The reference generator of the "integers" input."""

import sys

from drawing import main


def lines(size, draw):
    for _ in range(size):
        yield str((0x10000 * draw() + draw()) % 10**9)


if __name__ == "__main__":
    sys.exit(main(lines))
