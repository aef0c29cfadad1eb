"""Scanner: the tokens of a program's source by kind, found by one regular expression."""

import re
import sys
import time

KINDS = 7
NAME, NUMBER, STRING, COMMENT, OPERATOR, PUNCTUATION, KEYWORD = range(1, KINDS + 1)
KEYWORDS = frozenset(("else", "if", "print", "while"))
TOKEN = re.compile(
    r"""\s*(?:
    ([A-Za-z_][A-Za-z0-9_]*)
    | ([0-9]+)
    | ("[^"\\]*(?:\\.[^"\\]*)*")
    | (//[^\n]*)
    | ([=!<>]=? | [-+*/])
    | ([(){};,])
    | (\S)
    )""",
    re.ASCII | re.VERBOSE,
)


def scan(text):
    """How many tokens there are of each kind, and the sum of the numbers."""
    counts = [0] * (KINDS + 1)
    total = 0
    for match in TOKEN.finditer(text):
        kind = match.lastindex
        if kind == NAME:
            if match[NAME] in KEYWORDS:
                kind = KEYWORD
        elif kind == NUMBER:
            total += int(match[NUMBER])
        elif kind == KEYWORD:
            raise ValueError(f"unexpected {match[kind]!r} at {match.start(kind)}")
        counts[kind] += 1
    return counts[1:], total


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: scanner <lines> < input", file=sys.stderr)
        return 2
    text = sys.stdin.read()
    start = time.perf_counter_ns()
    try:
        counts, total = scan(text)
    except ValueError as error:
        print(f"scanner: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    print(*counts, total, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
