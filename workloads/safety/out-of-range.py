"""The fifth of four numbers."""

VALUES = [1, 2, 3, 4]
print(VALUES[len(VALUES)])
