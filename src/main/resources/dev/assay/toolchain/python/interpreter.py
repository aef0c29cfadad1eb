"""Says what this interpreter is, a tab-separated pair a line. Runs on Python 2 too, so that an old one can be named."""
import sys

sys.path[:] = [folder for folder in sys.path if folder]  # a glob.py in the current folder is not meant

import glob
import os
import re
import sysconfig


def say(key, value):
    sys.stdout.write("%s\t%s\n" % (key, str(value).replace("\n", " ")))


def program():
    """The file that runs. Behind a shim, an interpreter may take the shim for itself: it goes by the name under which it was called."""
    running = os.path.realpath("/proc/self/exe")
    if re.match("python|pypy", os.path.basename(running)):
        return running
    return os.path.realpath(sys.executable)


def pth_files():
    try:
        import site
        folders = site.getsitepackages()
        if site.ENABLE_USER_SITE:
            folders = folders + [site.getusersitepackages()]
    except (ImportError, AttributeError):
        return []
    found = set()
    for folder in folders:
        found.update(os.path.realpath(name) for name in glob.glob(os.path.join(glob.escape(folder), "*.pth")))
    return sorted(found)


say("begins", "here")
implementation = getattr(sys, "implementation", None)
base = getattr(sys, "base_prefix", sys.prefix)
say("version", ".".join(str(part) for part in sys.version_info[:3]))
say("suffix", "" if sys.version_info[3] == "final" else "%s%d" % (sys.version_info[3], sys.version_info[4]))
say("implementation", implementation.name if implementation else "unknown")
say("compiler", sys.version.split("[")[-1].rstrip("]"))
say("executable", os.path.abspath(sys.executable) if base != sys.prefix else program())
say("venv", "yes" if base != sys.prefix else "no")
say("base", os.path.realpath(sys._base_executable) if getattr(sys, "_base_executable", None) and base != sys.prefix else program())
say("config", sysconfig.get_config_var("CONFIG_ARGS") or "")
say("freethreaded", "yes" if sysconfig.get_config_var("Py_GIL_DISABLED") else "no")
say("debug", "yes" if hasattr(sys, "gettotalrefcount") else "no")
say("pth", os.pathsep.join(pth_files()) if sys.version_info >= (3, 4) else "")
say("gil", "off" if getattr(sys, "_is_gil_enabled", lambda: True)() is False else "on")
say("pypy", ".".join(str(part) for part in getattr(sys, "pypy_version_info", ())[:3]))
say("include", sysconfig.get_path("include") or "")
say("extension", sysconfig.get_config_var("EXT_SUFFIX") or ".so")
