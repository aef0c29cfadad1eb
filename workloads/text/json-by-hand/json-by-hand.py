"""JSON by hand: walks the JSON value of every line by recursive descent and adds up what is there."""

import re
import struct
import sys
import time

PLAIN = re.compile(r'[^"\\\x00-\x1f]*').match
ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u([0-9A-Fa-f]{4}))').match
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII).match
SPACE = frozenset(" \t\n\r")
LITERALS = {"t": "true", "f": "false", "n": "null"}


class Tally:
    """Of all values so far."""

    __slots__ = (
        "arrays",
        "characters",
        "decimal",
        "depths",
        "literals",
        "numbers",
        "objects",
        "strings",
        "whole",
    )

    def __init__(self):
        self.objects = self.arrays = self.strings = self.numbers = self.literals = 0
        self.characters = 0  # of all strings, escapes resolved
        self.whole = 0  # sum of the numbers without decimals
        self.decimal = 0.0  # sum of the others
        self.depths = 0  # of all objects and arrays


# A function of those below gets the place where something begins and gives the place behind it. Each
# skips white space in a loop of its own, since a call would cost more than the loop.


def read_string(text, at, tally):
    if text[at] != '"':
        raise ValueError(f"expected a string at {at}")
    begin = at + 1
    end = PLAIN(text, begin).end()
    tally.strings += 1
    tally.characters += end - begin
    while text[end] != '"':
        end = read_escape(text, end, tally)
        begin = end
        end = PLAIN(text, begin).end()
        tally.characters += end - begin
    return end + 1


def read_escape(text, at, tally):
    escape = ESCAPE(text, at)
    if escape is None:
        raise ValueError(f"expected an escape at {at}")
    tally.characters += 1
    code = escape[1]
    if code is not None and 0xD800 <= int(code, 16) < 0xDC00:
        low = ESCAPE(text, escape.end())
        if low is not None and low[1] is not None and 0xDC00 <= int(low[1], 16) < 0xE000:
            return low.end()
    return escape.end()


def read_number(text, at, tally):
    number = NUMBER(text, at)
    if number is None:
        raise ValueError(f"expected a value at {at}")
    tally.numbers += 1
    if number.lastindex is None:
        tally.whole += int(number[0])
    else:
        tally.decimal += float(number[0])
    return number.end()


def read_array(text, at, depth, tally):
    tally.arrays += 1
    tally.depths += depth
    at += 1
    while text[at] in SPACE:
        at += 1
    if text[at] == "]":
        return at + 1
    while True:
        at = read_value(text, at, depth, tally)
        while text[at] in SPACE:
            at += 1
        c = text[at]
        at += 1
        if c == "]":
            return at
        if c != ",":
            raise ValueError(f"expected ',' or ']' at {at - 1}")
        while text[at] in SPACE:
            at += 1


def read_object(text, at, depth, tally):
    tally.objects += 1
    tally.depths += depth
    at += 1
    while text[at] in SPACE:
        at += 1
    if text[at] == "}":
        return at + 1
    while True:
        at = read_string(text, at, tally)
        while text[at] in SPACE:
            at += 1
        if text[at] != ":":
            raise ValueError(f"expected ':' at {at}")
        at += 1
        while text[at] in SPACE:
            at += 1
        at = read_value(text, at, depth, tally)
        while text[at] in SPACE:
            at += 1
        c = text[at]
        at += 1
        if c == "}":
            return at
        if c != ",":
            raise ValueError(f"expected ',' or '}}' at {at - 1}")
        while text[at] in SPACE:
            at += 1


def read_value(text, at, depth, tally):
    c = text[at]
    if c == '"':
        return read_string(text, at, tally)
    if c == "{":
        return read_object(text, at, depth + 1, tally)
    if c == "[":
        return read_array(text, at, depth + 1, tally)
    literal = LITERALS.get(c)
    if literal is None:
        return read_number(text, at, tally)
    if not text.startswith(literal, at):
        raise ValueError(f"expected {literal} at {at}")
    tally.literals += 1
    return at + len(literal)


def read_lines(stream):
    tally = Tally()
    for line in stream:
        try:
            end = read_value(line, 0, 0, tally)
        except IndexError:
            raise ValueError("a line ends too early") from None
        if not line[end:].isspace():
            raise ValueError(f"expected the end of the line at {end}")
    return tally


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: json-by-hand <records> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    try:
        tally = read_lines(sys.stdin)
    except ValueError as error:
        print(f"json-by-hand: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    (bits,) = struct.unpack("<Q", struct.pack("<d", tally.decimal))
    print(tally.objects, tally.arrays, tally.strings, tally.numbers, tally.literals, sep="\n")
    print(tally.characters, tally.whole, bits, tally.depths, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
