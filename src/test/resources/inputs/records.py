"""The reference generator of the "records" input."""

import json
import sys

from drawing import main, word, words


def decimal(draw):
    return f"{draw() - 32768}.{draw():05}"


def note(draw):
    kind = draw() >> 13
    if kind < 4:
        return None
    if kind == 4:
        return f"{word(draw)}\n\t{word(draw)}"
    if kind == 5:
        return f'{word(draw)} "{word(draw)}" {word(draw)}'
    if kind == 6:
        return f"{word(draw)} caf\u00e9 \U0001f600"
    return words(draw, 4)


def lines(size, draw):
    for number in range(1, size + 1):
        yield (
            f'{{"id": {number}, "name": "{words(draw, 2)}"'
            f', "active": {"true" if draw() >> 15 else "false"}'
            f', "score": {draw() - 32768}'
            f', "place": {{"x": {decimal(draw)}, "y": {decimal(draw)}}}'
            f', "tags": {json.dumps([word(draw) for _ in range(draw() >> 14)])}'
            f', "note": {json.dumps(note(draw))}}}'
        )


if __name__ == "__main__":
    sys.exit(main(lines))
