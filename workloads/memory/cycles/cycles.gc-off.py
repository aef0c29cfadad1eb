"""Cycles with the cyclic garbage collector switched off: the same program, reference counting alone."""

import gc
import runpy
from pathlib import Path

gc.disable()
runpy.run_path(str(Path(__file__).with_name("cycles.py")), run_name="__main__")
