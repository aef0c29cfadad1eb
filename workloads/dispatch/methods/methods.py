"""Methods: a number passes through eight filters of four classes, again and again."""

import sys
import time

MASK = 0xFFFFFFFF


class Adder:
    def __init__(self, state):
        self.state = state

    def apply(self, x):
        self.state = state = (self.state + x) & MASK
        return state


class Mixer:
    def __init__(self, state):
        self.state = state

    def apply(self, x):
        self.state = state = (31 * self.state + x) & MASK
        return state


class Toggler:
    def __init__(self, state):
        self.state = state

    def apply(self, x):
        self.state = state = self.state ^ x
        return state


class Averager:
    def __init__(self, state):
        self.state = state

    def apply(self, x):
        self.state = state = ((self.state + x) & MASK) >> 1
        return state


def make_filters():
    classes = (Adder, Mixer, Toggler, Averager, Mixer, Adder, Averager, Toggler)
    return [each(1000 + i) for i, each in enumerate(classes)]


def run(filters, rounds):
    x = 42
    for _ in range(rounds):
        for each in filters:
            x = each.apply(x)
    return x


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: methods <rounds>", file=sys.stderr)
        return 2
    rounds = int(sys.argv[1])
    filters = make_filters()
    start = time.perf_counter_ns()
    result = run(filters, rounds)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
