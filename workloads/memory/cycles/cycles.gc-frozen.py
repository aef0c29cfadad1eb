"""Cycles with what the start left on the heap frozen: the collector looks only at what the work makes."""

import gc
import runpy
from pathlib import Path

gc.collect()
gc.freeze()
runpy.run_path(str(Path(__file__).with_name("cycles.py")), run_name="__main__")
