"""The reference generator of the "orders" input."""

import sys

from drawing import main, spell


def product(draw):
    number = draw() >> 10
    return f'"{spell(number + 1)}, large"' if number % 8 == 7 else spell(number + 1)


def lines(size, draw):
    yield "order,day,customer,product,quantity,price"
    for number in range(1, size + 1):
        yield (
            f"{number},2026-0{1 + (draw() >> 13)}-{10 + (draw() >> 12)},{1 + (draw() >> 4)},{product(draw)}"
            f",{1 + (draw() >> 12)},{(draw() >> 4) / 4:.2f}"
        )


if __name__ == "__main__":
    sys.exit(main(lines))
