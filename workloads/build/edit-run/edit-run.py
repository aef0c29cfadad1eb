"""From an edit to the result: writes a project, runs it, changes one line, and runs it again.

Only the last step is the work.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

LINES_OF_MODULE = 100
STEPS = 6  # functions of a module
PROJECT = Path("project")

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


def module(number, constants):
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


def write_project(modules):
    """Writes it down, and says the text of the module in the middle."""
    constants = Constants(2026)
    texts = [module(number, constants) for number in range(modules)]
    for number, text in enumerate(texts):
        (PROJECT / f"m{number}.py").write_text(text)
    imports = "".join(f"import m{number}\n" for number in range(modules))
    calls = "".join(f"    total = mixed(total, m{number}.run(total))\n" for number in range(modules))
    end = "    print(total)\n\n\nmain()\n"
    (PROJECT / "main.py").write_text(imports + MAIN + calls + end)
    return texts[modules // 2]


def run():
    """Runs it as `python main.py` does, with byte code beside the sources."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "main.py"],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout


def main():
    values = sys.argv[1:]
    if len(values) != 1 or not values[0].isdecimal() or int(values[0]) == 0:
        print("usage: edit-run <lines>", file=sys.stderr)
        return 2
    modules = -(-int(values[0]) // LINES_OF_MODULE)
    PROJECT.mkdir(parents=True)
    old = write_project(modules)
    before = run()
    # another length, since Python compares the length and the second of a source with those in its byte code
    new = old.replace("+ 7)", "+ 1234567)")
    start = time.perf_counter_ns()
    (PROJECT / f"m{modules // 2}.py").write_text(new)
    after = run()
    elapsed = time.perf_counter_ns() - start
    if before == after:
        print("edit-run: the change of the source changed nothing", file=sys.stderr)
        return 1
    shutil.rmtree(PROJECT)
    print(before + after, end="")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
