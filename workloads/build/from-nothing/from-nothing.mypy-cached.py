"""A new build: the types of a project checked by mypy, which knows the standard library from an earlier call."""

import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import project


def check(made):
    made.mypy("-c", "pass")
    start = time.perf_counter_ns()
    made.check()
    elapsed = time.perf_counter_ns() - start
    return elapsed, made.run()


if __name__ == "__main__":
    sys.exit(project.main("from-nothing", check))
