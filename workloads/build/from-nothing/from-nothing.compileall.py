"""A new build: all of a project compiled to byte code, and not run."""

import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import project


def compile_all(made):
    start = time.perf_counter_ns()
    made.python("-m", "compileall", "-q", ".")
    elapsed = time.perf_counter_ns() - start
    compiled = len(list(project.FOLDER.glob("__pycache__/*.pyc")))
    if compiled != made.modules + 1:
        sys.exit(f"from-nothing: {compiled} files were compiled")
    return elapsed, made.run()


if __name__ == "__main__":
    sys.exit(project.main("from-nothing", compile_all))
