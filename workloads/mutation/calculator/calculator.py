"""Computes arithmetic expressions, one a line."""

from __future__ import annotations

import sys
from typing import Union

Token = Union[int, str]


def is_sign(letter: str) -> bool:
    return letter in "+-*/()"


def number_end(letters: str, start: int) -> int:
    end = start
    while end < len(letters) and letters[end].isdigit():
        end += 1
    return end


def tokenize(text: str) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(text):
        letter = text[i]
        if letter == " ":
            i += 1
            continue
        if is_sign(letter):
            tokens.append(letter)
            i += 1
            continue
        end = number_end(text, i)
        if end == i:
            raise ValueError(f"unexpected {letter}")
        tokens.append(int(text[i:end]))
        i = end
    return tokens


def divide(left: int, right: int) -> int:
    if right == 0:
        raise ValueError("division by zero")
    return int(left / right)


def power(base: int, exponent: int) -> int:
    result = 1
    for _ in range(exponent):
        result *= base
    return result


class Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.position = 0

    def peek(self) -> Token | None:
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return None

    def accept(self, sign: str) -> bool:
        if self.peek() == sign:
            self.position += 1
            return True
        return False

    def expect(self, sign: str) -> None:
        if not self.accept(sign):
            raise ValueError(f"missing {sign}")

    def factor(self) -> int:
        if self.accept("("):
            value = self.sum()
            self.expect(")")
            return value
        if self.accept("-"):
            return -self.factor()
        token = self.peek()
        if token is None:
            raise ValueError("unexpected end")
        self.position += 1
        if isinstance(token, int):
            return token
        raise ValueError(f"unexpected {token}")

    def product(self) -> int:
        value = self.factor()
        while True:
            if self.accept("*"):
                if self.accept("*"):
                    value = power(value, self.factor())
                else:
                    value *= self.factor()
            elif self.accept("/"):
                value = divide(value, self.factor())
            else:
                break
        return value

    def sum(self) -> int:
        value = self.product()
        while True:
            if self.accept("+"):
                value += self.product()
            elif self.accept("-"):
                value -= self.product()
            else:
                break
        return value


def evaluate(text: str) -> int:
    tokens = tokenize(text)
    parser = Parser(tokens)
    value = parser.sum()
    if parser.peek() is not None:
        raise ValueError("too many words")
    return value


def main() -> None:
    for line in sys.stdin.read().splitlines():
        try:
            print(evaluate(line))
        except ValueError as error:
            print(f"error: {error}")


if __name__ == "__main__":
    main()
