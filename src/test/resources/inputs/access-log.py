"""The reference generator of the "access-log" input."""

import sys

from drawing import main, word

METHODS = ["GET"] * 6 + ["POST", "HEAD"]
STATUSES = [200] * 12 + [301, 304, 404, 500]


def query(draw):
    return f"?id={draw()}" if draw() >> 14 == 0 else ""


def answer(draw):
    status = STATUSES[draw() >> 12]
    return f"{status} {'-' if status == 304 else draw()}"


def agent(draw):
    if draw() >> 13 == 0:
        return f"{word(draw)}-bot/{draw() >> 12}"
    return f"Mozilla/5.0 ({word(draw)}; {word(draw)}) {word(draw)}/{draw() >> 9}"


def lines(size, draw):
    for _ in range(size):
        yield (
            f"10.{draw() >> 8}.{draw() >> 8}.{draw() >> 8} - - "
            f"[{10 + (draw() >> 12)}/Aug/2026:{10 + (draw() >> 13)}:{10 + (draw() >> 11)}:{10 + (draw() >> 11)} +0000] "
            f'"{METHODS[draw() >> 13]} /{word(draw)}/{word(draw)}{query(draw)} HTTP/1.1" {answer(draw)} "-" "{agent(draw)}"'
        )


if __name__ == "__main__":
    sys.exit(main(lines))
