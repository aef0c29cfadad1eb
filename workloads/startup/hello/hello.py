"""Prints one line: what is measured is the start and the end of a process."""

print("Hello, world!")
