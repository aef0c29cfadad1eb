"""Scanner: the tokens of a program's source by kind, told apart by their first character."""

import sys
import time
from string import ascii_letters, digits

NAME, NUMBER, STRING, COMMENT, OPERATOR, PUNCTUATION, KEYWORD = range(7)
SPACE = frozenset(" \t\n\v\f\r")
LETTERS = frozenset(ascii_letters + "_")
DIGITS = frozenset(digits)
WORD = LETTERS | DIGITS
COMPARISONS = frozenset("=!<>")
OPERATORS = frozenset("+-*/")
MARKS = frozenset("(){};,")
KEYWORDS = frozenset(("else", "if", "print", "while"))


def string_end(text, at):
    """The place behind the string whose opening quote is there."""
    end = at + 1
    while text[end] != '"':
        end += 2 if text[end] == "\\" else 1
    return end + 1


def scan(text):
    """How many tokens there are of each kind, and the sum of the numbers."""
    counts = [0] * 7
    total = at = 0
    text += "\0"  # ends the loops below without a look at the length
    last = len(text) - 1
    while at < last:
        c = text[at]
        begin = at
        at += 1
        if c in SPACE:
            continue
        if c in LETTERS:
            while text[at] in WORD:
                at += 1
            kind = KEYWORD if text[begin:at] in KEYWORDS else NAME
        elif c in DIGITS:
            while text[at] in DIGITS:
                at += 1
            total += int(text[begin:at])
            kind = NUMBER
        elif c in MARKS:
            kind = PUNCTUATION
        elif c in COMPARISONS:
            if text[at] == "=":
                at += 1
            kind = OPERATOR
        elif c == "/" and text[at] == "/":
            at = text.find("\n", at)
            if at < 0:
                at = last
            kind = COMMENT
        elif c in OPERATORS:
            kind = OPERATOR
        elif c == '"':
            at = string_end(text, begin)
            kind = STRING
        else:
            raise ValueError(f"unexpected {c!r} at {begin}")
        counts[kind] += 1
    return counts, total


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: scanner <lines> < input", file=sys.stderr)
        return 2
    text = sys.stdin.read()
    start = time.perf_counter_ns()
    try:
        counts, total = scan(text)
    except (IndexError, ValueError) as error:
        print(f"scanner: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    print(*counts, total, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
