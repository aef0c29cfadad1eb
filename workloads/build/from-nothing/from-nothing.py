"""A new build: the first run of a project, which compiles all of it to byte code."""

import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import project


def first_run(made):
    start = time.perf_counter_ns()
    result = made.run()
    elapsed = time.perf_counter_ns() - start
    return elapsed, result


if __name__ == "__main__":
    sys.exit(project.main("from-nothing", first_run))
