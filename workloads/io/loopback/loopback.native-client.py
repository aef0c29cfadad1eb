"""Loopback with a client in C, which holds no lock of the interpreter's: the same server in Python alone is timed."""

import ctypes
import os
import runpy
import sys
from pathlib import Path


def load():
    """The requests of a connection, by a library in C; ctypes lets other threads run meanwhile."""
    native = ctypes.CDLL(os.environ["ASSAY_LIBRARY"], use_errno=True).request
    native.argtypes = (ctypes.c_uint16, ctypes.c_uint64, ctypes.c_uint64)
    native.restype = ctypes.c_int64

    def request(address, first, end):
        result = native(address[1], first, end)
        if result < 0:
            raise ConnectionError(os.strerror(ctypes.get_errno()))
        return result

    return request


program = runpy.run_path(str(Path(__file__).with_name("loopback.py")))
sys.exit(program["main"](load()))
