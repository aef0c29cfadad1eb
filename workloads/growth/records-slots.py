"""A list of objects with three slots."""

import sys


class Point:
    __slots__ = ("id", "x", "y")

    def __init__(self, id, x, y):
        self.id = id
        self.x = x
        self.y = y


def make(count):
    points = []
    for i in range(count):
        points.append(Point(i + 1000, i * 0.5, i * 0.25))
    return points


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
