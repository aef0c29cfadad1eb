"""A machine that sells tickets: coins and buttons in, tickets and change out."""

from __future__ import annotations

import dataclasses
import enum
import sys
from dataclasses import dataclass
from typing import Union


class State(enum.Enum):
    IDLE = 1
    PAYING = 2
    LOCKED = 3


@dataclass(frozen=True)
class Coin:
    value: int


@dataclass(frozen=True)
class Choose:
    number: int


@dataclass(frozen=True)
class Cancel:
    pass


@dataclass(frozen=True)
class Key:
    pass


Input = Union[Coin, Choose, Cancel, Key]


@dataclass
class Ticket:
    name: str
    price: int
    left: int


def parse(line: str) -> Input | None:
    words = line.split()
    try:
        if words[0] == "coin":
            return Coin(int(words[1]))
        if words[0] == "choose":
            return Choose(int(words[1]))
        if words[0] == "cancel":
            return Cancel()
        if words[0] == "key":
            return Key()
    except ValueError:
        return None
    return None


def is_coin(value: int) -> bool:
    return value == 50 or value == 100 or value == 200


def name(state: State) -> str:
    if state is State.IDLE:
        return "idle"
    if state is State.PAYING:
        return "paying"
    if state is State.LOCKED:
        return "locked"


def tickets() -> list[Ticket]:
    return [Ticket("single", 250, 2), Ticket("day", 700, 1)]


class Machine:
    def __init__(self, tickets: list[Ticket]) -> None:
        self.state = State.IDLE
        self.credit = 0
        self.income = 0
        self.tickets = tickets
        self.log: list[State] = []

    def enter(self, state: State) -> None:
        self.log.append(self.state)
        self.state = state

    def coin(self, value: int) -> str:
        if self.state is State.LOCKED or not is_coin(value):
            return f"returned {value}"
        self.credit += value
        self.enter(State.PAYING)
        return f"credit {self.credit}"

    def ticket(self, number: int) -> Ticket | None:
        if number < 1 or number > len(self.tickets):
            return None
        return dataclasses.replace(self.tickets[number - 1])

    def choose(self, number: int) -> str:
        if self.state is not State.PAYING:
            return "pay first"
        ticket = self.ticket(number)
        if ticket is None:
            return "no such ticket"
        if ticket.left == 0:
            return f"no {ticket.name} left"
        if self.credit < ticket.price:
            return f"{ticket.price - self.credit} more"
        change = self.credit - ticket.price
        self.income += ticket.price
        self.credit = 0
        ticket.left -= 1
        text = f"{ticket.name} and {change}"
        self.tickets[number - 1] = ticket
        self.enter(State.IDLE)
        return text

    def cancel(self) -> str:
        back = self.credit
        self.credit = 0
        if self.state is State.PAYING:
            self.enter(State.IDLE)
        return f"returned {back}"

    def turn(self) -> str:
        if self.state is State.LOCKED:
            self.enter(State.IDLE)
        else:
            self.enter(State.LOCKED)
        return name(self.state)

    def step(self, input_: Input) -> str:
        if isinstance(input_, Coin):
            return self.coin(input_.value)
        if isinstance(input_, Choose):
            return self.choose(input_.number)
        if isinstance(input_, Cancel):
            return self.cancel()
        if isinstance(input_, Key):
            return self.turn()

    def visits(self, state: State) -> int:
        visits = 0
        for past in self.log:
            if past is state:
                visits += 1
        return visits


def main() -> None:
    machine = Machine(tickets())
    for line in sys.stdin.read().splitlines():
        input_ = parse(line)
        if input_ is None:
            print(f"error: {line}")
        else:
            print(machine.step(input_))
    print(name(machine.state), machine.income)
    print(machine.visits(State.IDLE), machine.visits(State.PAYING))


if __name__ == "__main__":
    main()
