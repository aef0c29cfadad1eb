"""Imports the packages of an environment: the first argument names those that are needed, the others those that may be there."""
import importlib
import importlib.metadata
import os
import re
import sys


def normal(name):
    return re.sub("[-_.]+", "_", name).lower()


def modules(distribution):
    """
    The modules at the top that a package brings; the one with its own name alone, if there is such a one. Of a package that shares
    its top with others, those below it.
    """
    names = set()
    below = set()
    for file in distribution.files or []:
        if len(file.parts) == 1 and file.suffix in (".py", ".so"):
            names.add(file.name.split(".")[0])
        elif len(file.parts) == 2 and (file.name == "__init__.py" or file.suffix == ".so"):
            names.add(file.parts[0])
        elif len(file.parts) == 3 and file.name == "__init__.py":
            below.add(".".join(file.parts[:2]))
    own = [name for name in names if normal(name) == normal(distribution.metadata["Name"])]
    return own or sorted(name for name in names if not name.startswith("_")) or sorted(below) or sorted(names)


needed = [normal(name) for name in sys.argv[1].split(",")]
home = os.path.realpath(sys.prefix) + os.sep
for package in sys.argv[2:]:
    try:
        distribution = importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError:
        if normal(package) in needed:
            sys.exit("%s is not in the environment" % package)
        continue
    names = modules(distribution)
    if not names:
        sys.exit("%s brings no module" % package)
    for name in names:
        module = importlib.import_module(name)
        # a folder without __init__.py has no file
        file = os.path.realpath(module.__file__ or list(module.__path__)[0])
        if not file.startswith(home):
            sys.exit("%s comes from %s" % (package, file))
