"""Object rings with slots: the objects have three fixed places for their values."""

import sys
import time

RING = 500  # objects in each of the rings
SHARED = 8  # one object in so many enters the second ring too


class Item:
    __slots__ = ("age", "key", "value")

    def __init__(self, key, value, age):
        self.key = key
        self.value = value
        self.age = age


def new_ring():
    return [Item(key, 0, 0) for key in range(RING)]


def churn(steps):
    latest = new_ring()
    shared = new_ring()
    for key in range(steps):
        place = key % RING
        old = latest[place]
        latest[place] = new = Item(key, (31 * old.value + key) & 0xFFFFFFFF, old.age + 1)
        if key % SHARED == 0:
            shared[key // SHARED % RING] = new
    return latest, shared


def digest(latest, shared):
    result = 0
    for item in latest + shared:
        for value in (item.key, item.value, item.age):
            result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: object-ring <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    start = time.perf_counter_ns()
    latest, shared = churn(steps)
    elapsed = time.perf_counter_ns() - start
    print(digest(latest, shared))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
