"""Allocation pauses, of which the 99.9th percentile of the steps is reported as the kernel time."""

import runpy
import sys
from pathlib import Path

program = runpy.run_path(str(Path(__file__).with_name("allocation-pauses.py")))
sys.exit(program["main"](999))
