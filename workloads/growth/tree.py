"""A binary tree with a whole number in each node."""

import sys


class Node:
    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value


def make(first, count):
    if count == 0:
        return None
    left = (count - 1) // 2
    return Node(make(first, left), make(first + left + 1, count - 1 - left), first + left)


def length(tree):
    if tree is None:
        return 0
    return length(tree.left) + length(tree.right) + (tree.value > 0)


def main():
    print(length(make(1000, int(sys.argv[1]))))


main()
