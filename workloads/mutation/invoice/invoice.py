"""Adds up invoices, with amounts, quantities, rates and currencies that must not be mixed."""

from __future__ import annotations

import enum
import sys
from dataclasses import dataclass


class Currency(enum.Enum):
    EURO = 1
    DOLLAR = 2
    YEN = 3


@dataclass(frozen=True)
class Cents:
    value: int

    def __str__(self) -> str:
        return f"{self.value // 100}.{self.value % 100:02}"


@dataclass(frozen=True)
class Percent:
    value: int


@dataclass
class Item:
    name: str
    quantity: int
    price: Cents
    discount: Percent


def currency(word: str) -> Currency | None:
    if word == "EUR":
        return Currency.EURO
    if word == "USD":
        return Currency.DOLLAR
    if word == "JPY":
        return Currency.YEN
    return None


def code(currency: Currency) -> str:
    if currency is Currency.EURO:
        return "EUR"
    if currency is Currency.DOLLAR:
        return "USD"
    if currency is Currency.YEN:
        return "JPY"


def add(left: Cents, right: Cents) -> Cents:
    return Cents(left.value + right.value)


def multiply(price: Cents, quantity: int) -> Cents:
    return Cents(price.value * quantity)


def share(amount: Cents, percent: Percent) -> Cents:
    return Cents((amount.value * percent.value + 50) // 100)


def less(amount: Cents, discount: Percent) -> Cents:
    rest = amount.value - share(amount, discount).value
    if rest < 0:
        return Cents(0)
    return Cents(rest)


def whole(amount: Cents, currency: Currency) -> Cents:
    if currency is Currency.YEN:
        return Cents((amount.value + 50) // 100 * 100)
    return amount


def number(what: str, word: str) -> int:
    try:
        return int(word)
    except ValueError:
        raise ValueError(f"{what} {word}") from None


def item(words: list[str]) -> Item:
    if len(words) < 3:
        raise ValueError(f"{len(words)} words")
    quantity = number("quantity", words[1])
    price = number("price", words[2])
    discount = 0
    if len(words) > 3:
        discount = number("discount", words[3])
    if quantity < 1 or price < 0 or discount > 100:
        raise ValueError(f"{words[0]} out of range")
    return Item(words[0], quantity, Cents(price), Percent(discount))


class Invoice:
    def __init__(self, currency: Currency, items: list[Item], tax: Percent) -> None:
        self.currency = currency
        self.items = items
        self.tax = tax

    def cost(self, item: Item) -> Cents:
        full = multiply(item.price, item.quantity)
        return less(full, item.discount)

    def net(self) -> Cents:
        net = Cents(0)
        for item in self.items:
            net = add(net, self.cost(item))
        return net

    def total(self) -> Cents:
        net = self.net()
        return whole(add(net, share(net, self.tax)), self.currency)

    def dearest(self) -> Item | None:
        dearest = None
        most = 0
        for item in self.items:
            cost = self.cost(item)
            if cost.value > most:
                dearest = item
                most = cost.value
        return dearest

    def count(self) -> int:
        count = 0
        for item in self.items:
            count += item.quantity
        return count


def begin(words: list[str]) -> Invoice:
    known = currency(words[1])
    if known is None:
        raise ValueError(f"currency {words[1]}")
    tax = number("tax", words[2])
    return Invoice(known, [], Percent(tax))


def finish(invoice: Invoice) -> list[str]:
    lines = [f"{invoice.total()} {code(invoice.currency)}"]
    item = invoice.dearest()
    if item is not None:
        lines.append(f"{item.name} of {invoice.count()}")
    return lines


def main() -> None:
    invoices: list[Invoice] = []
    for line in sys.stdin.read().splitlines():
        words = line.split()
        try:
            if words[0] == "invoice":
                invoices.append(begin(words))
            else:
                invoices[-1].items.append(item(words))
        except ValueError as error:
            print(f"error: {error}")
    for invoice in invoices:
        for text in finish(invoice):
            print(text)


if __name__ == "__main__":
    main()
