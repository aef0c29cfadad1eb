"""Imports a package that was installed into a folder: the arguments are the folder and the name of the module."""

import importlib
import site
import sys

site.addsitedir(sys.argv[1])
importlib.import_module(sys.argv[2])
