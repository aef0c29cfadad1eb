"""From an edit to the result: runs a project, changes one line, and runs it again.

Only the last step is the work.
"""

import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

import project


def edit_run(made):
    before = made.run()
    # another length, since Python compares the length and the second of a source with those in its byte code
    new = made.texts[made.middle].replace("+ 7)", "+ 1234567)")
    start = time.perf_counter_ns()
    made.write(made.middle, new)
    after = made.run()
    elapsed = time.perf_counter_ns() - start
    if before == after:
        sys.exit("edit-run: the change of the source changed nothing")
    return elapsed, before + after


if __name__ == "__main__":
    sys.exit(project.main("edit-run", edit_run))
