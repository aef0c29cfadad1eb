"""Keeps accounts and moves money between them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


class BankError(Exception):
    pass


class Unknown(BankError):
    def __init__(self, name: str) -> None:
        super().__init__(f"no account of {name}")


class Short(BankError):
    def __init__(self, amount: int) -> None:
        super().__init__(f"{amount} short")


class Invalid(BankError):
    def __init__(self, what: str) -> None:
        super().__init__(f"invalid {what}")


@dataclass
class Account:
    balance: int
    limit: int
    history: list[int] = field(default_factory=list)

    def available(self) -> int:
        return self.balance + self.limit

    def book(self, amount: int) -> None:
        self.balance += amount
        self.history.append(amount)

    def largest(self) -> int:
        largest = 0
        for i in range(len(self.history)):
            if self.history[i] > largest:
                largest = self.history[i]
        return largest


class Bank:
    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}

    def open(self, name: str, limit: int) -> None:
        account = Account(0, limit)
        self.accounts[name] = account

    def find(self, name: str) -> Account:
        account = self.accounts.get(name)
        if account is None:
            raise Unknown(name)
        return account

    def deposit(self, name: str, amount: int) -> int:
        if amount <= 0:
            raise Invalid("amount")
        account = self.find(name)
        account.book(amount)
        return account.balance

    def withdraw(self, name: str, amount: int) -> int:
        account = self.find(name)
        if amount > account.available():
            raise Short(amount - account.available())
        account.book(-amount)
        return account.balance

    def transfer(self, source: str, target: str, amount: int) -> None:
        self.find(target)
        self.withdraw(source, amount)
        self.deposit(target, amount)

    def interest(self, percent: int) -> int:
        paid = 0
        for account in self.accounts.values():
            amount = account.balance * percent // 100
            if amount > 0 and account.limit == 0:
                account.book(amount)
                paid += amount
        return paid


def parse_amount(word: str) -> int:
    try:
        return int(word)
    except ValueError:
        raise Invalid(word) from None


def execute(bank: Bank, line: str) -> str:
    words = line.split()
    if words[0] == "open":
        limit = parse_amount(words[2])
        bank.open(words[1], limit)
        return f"opened {words[1]}"
    if words[0] == "deposit":
        amount = parse_amount(words[2])
        balance = bank.deposit(words[1], amount)
        return f"{words[1]} has {balance}"
    if words[0] == "transfer":
        amount = parse_amount(words[3])
        bank.transfer(words[1], words[2], amount)
        return f"moved {amount}"
    if words[0] == "interest":
        percent = parse_amount(words[1])
        return f"paid {bank.interest(percent)}"
    raise Invalid(words[0])


def main() -> None:
    bank = Bank()
    for line in sys.stdin.read().splitlines():
        try:
            print(execute(bank, line))
        except BankError as error:
            print(f"error: {error}")
    for name, account in sorted(bank.accounts.items()):
        print(f"{name} {account.balance} {account.largest()}")


if __name__ == "__main__":
    main()
