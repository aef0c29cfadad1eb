"""A project in Python of about as many lines as asked for, and how it runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

LINES_OF_MODULE = 100
STEPS = 6  # functions of a module
FOLDER = Path("project")

CLASS = """
class Item:
    key: int
    weight: int

    def __init__(self, key: int) -> None:
        self.key = key
        self.weight = key % {divisor} + 1

    def value(self) -> int:
        return (self.key * self.weight + 7) & 0xFFFFFFFF
"""

FUNCTION = """

def step_{step}(value: int) -> int:
    item = Item(value ^ {mask})
    total = item.value()
    for i in range({rounds}):
        total = (total * {factor} + i) & 0xFFFFFFFF
    if total % 3 == 0:
        total = {other}
    return total
"""

MAIN = """

def mixed(total: int, more: int) -> int:
    return (total * 31 + more) & 0xFFFFFFFF


def main() -> None:
    total = 1
"""


class Constants:
    """The constants of the project, always the same."""

    def __init__(self, seed):
        self.state = seed

    def next(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % limit


def text_of_module(number, constants):
    parts = [f'"""Module {number}."""\n']
    if number > 0:
        parts.append(f"\nimport m{number - 1}\n")
    parts.append("\n" + CLASS.format(divisor=constants.next(90) + 7))
    other = "total // 3" if number == 0 else f"m{number - 1}.step_{{step}}(total)"
    parts += [
        FUNCTION.format(
            step=step,
            mask=constants.next(1000000),
            rounds=constants.next(12) + 4,
            factor=constants.next(1000) + 31,
            other=other.format(step=step),
        )
        for step in range(STEPS)
    ]
    parts.append("\n\ndef run(value: int) -> int:\n    total = value\n")
    parts += [f"    total = step_{step}(total)\n" for step in range(STEPS)]
    parts.append("    return total\n")
    return "".join(parts)


class Project:
    def __init__(self, lines):
        """Writes it down."""
        constants = Constants(2026)
        self.modules = -(-lines // LINES_OF_MODULE)
        self.middle = self.modules // 2
        numbers = range(self.modules)
        FOLDER.mkdir()
        self.texts = [text_of_module(number, constants) for number in numbers]
        for number, text in enumerate(self.texts):
            self.write(number, text)
        imports = "".join(f"import m{number}\n" for number in numbers)
        calls = "".join(f"    total = mixed(total, m{number}.run(total))\n" for number in numbers)
        end = "    print(total)\n\n\nmain()\n"
        (FOLDER / "main.py").write_text(imports + MAIN + calls + end)

    def write(self, number, text):
        (FOLDER / f"m{number}.py").write_text(text)

    def python(self, *arguments):
        """Calls this Python without variables of its own, so that byte code lies beside the sources."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=FOLDER,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        ).stdout

    def run(self):
        return self.python("main.py")

    def mypy(self, *what):
        return self.python("-I", "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache", *what)

    def check(self):
        """Checks the types of all of it."""
        said = self.mypy(".")
        if f"no issues found in {self.modules + 1} source files" not in said:
            sys.exit(f"mypy: {said}")


def main(name, work):
    """Creates the project, does the work with it, and prints what that gives: its nanoseconds, and a text."""
    values = sys.argv[1:]
    if len(values) != 1 or not values[0].isdecimal() or int(values[0]) == 0:
        print(f"usage: {name} <lines>", file=sys.stderr)
        return 2
    elapsed, text = work(Project(int(values[0])))
    shutil.rmtree(FOLDER)
    print(text, end="")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0
