"""Keeps the stock of a shop from a list of events."""

from __future__ import annotations

import enum
import sys
from dataclasses import dataclass


class Kind(enum.Enum):
    RECEIVED = 1
    SOLD = 2
    RETURNED = 3
    COUNTED = 4


@dataclass
class Event:
    kind: Kind
    item: str
    amount: int


def parse_kind(word: str) -> Kind:
    if word == "received":
        return Kind.RECEIVED
    if word == "sold":
        return Kind.SOLD
    if word == "returned":
        return Kind.RETURNED
    if word == "counted":
        return Kind.COUNTED
    raise ValueError(f"unknown event {word}")


def parse_amount(word: str) -> int | None:
    try:
        amount = int(word)
    except ValueError:
        return None
    if amount < 0:
        return None
    return amount


def parse_event(line: str) -> Event:
    words = line.split()
    if len(words) != 3:
        raise ValueError(f"not an event: {line}")
    kind = parse_kind(words[0])
    amount = parse_amount(words[2])
    if amount is None:
        raise ValueError(f"not an amount: {line}")
    return Event(kind, words[1], amount)


def change(event: Event, before: int) -> int:
    if event.kind is Kind.RECEIVED:
        return event.amount
    if event.kind is Kind.SOLD:
        return -event.amount
    if event.kind is Kind.RETURNED:
        return event.amount
    if event.kind is Kind.COUNTED:
        return event.amount - before


def apply(stock: dict[str, int], event: Event) -> None:
    before = stock.get(event.item, 0)
    after = before + change(event, before)
    if after < 0:
        raise ValueError(f"{event.item} {-after} short of {event.amount}")
    stock[event.item] = after


def total(stock: dict[str, int]) -> int:
    sum_ = 0
    for amount in stock.values():
        sum_ += amount
    return sum_


def largest(stock: dict[str, int]) -> str | None:
    best = None
    most = 0
    for item, amount in stock.items():
        if amount > most:
            best = item
            most = amount
    return best


def forecast(stock: dict[str, int], events: list[Event]) -> int:
    future = stock.copy()
    for event in events:
        apply(future, event)
    return total(future) - total(stock)


def report(text: str) -> list[str]:
    stock: dict[str, int] = {}
    lines = []
    accepted = []
    for line in text.splitlines():
        try:
            event = parse_event(line)
            apply(stock, event)
        except ValueError as error:
            lines.append(f"error: {error}")
        else:
            accepted.append(event)
    for item, amount in sorted(stock.items()):
        lines.append(f"{item} {amount}")
    lines.append(f"total {total(stock)} after {len(accepted)} events")
    most = largest(stock)
    if most is None:
        lines.append("empty")
    else:
        lines.append(f"most {most}")
    try:
        lines.append(f"again {forecast(stock, accepted)}")
    except ValueError as error:
        lines.append(f"again: {error}")
    return lines


def main() -> None:
    for line in report(sys.stdin.read()):
        print(line)


if __name__ == "__main__":
    main()
