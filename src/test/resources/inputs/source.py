"""The reference generator of the "source" input."""

import sys

from drawing import main, word, words

OPERATORS = ("+", "-", "*", "/", "<", "<=", "==", "!=")


def operator(draw):
    return OPERATORS[draw() >> 13]


def operand(draw):
    kind = draw() >> 14
    if kind == 0:
        return str(draw())
    if kind == 1:
        return f"({word(draw)} {operator(draw)} {draw()})"
    return word(draw)


def expression(draw):
    text = operand(draw)
    for _ in range(draw() >> 14):
        text += f" {operator(draw)} {operand(draw)}"
    return text


def assignment(draw):
    return f"{word(draw)} = {expression(draw)};"


def lines(size, draw):
    for _ in range(size):
        kind = draw() >> 13
        if kind == 0:
            yield f"// {words(draw, 4)}"
        elif kind == 1:
            yield f'print("{word(draw)} \\"{word(draw)}\\"", {expression(draw)});'
        elif kind == 2:
            yield f"if ({expression(draw)}) {{ {assignment(draw)} }} else {{ {assignment(draw)} }}"
        elif kind == 3:
            yield f"while ({expression(draw)}) {{ {assignment(draw)} }}"
        else:
            yield assignment(draw)


if __name__ == "__main__":
    sys.exit(main(lines))
