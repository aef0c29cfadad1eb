"""What pip does with a program that needs packages.

The packages are files in a folder beside it, so nothing comes from the network. The arguments are pip and
what is to be seen.
"""

import pathlib
import runpy
import subprocess
import sys
import sysconfig
import zipapp
import zipfile

PACKAGES = pathlib.Path("packages")
INSTALLED = pathlib.Path("installed")
PROGRAM = pathlib.Path("program.py")

OPTIONAL = {"site-packages", "dist-packages", "test", "tests", "idlelib", "turtledemo"}


class VersionConflictError(Exception):
    """One environment cannot hold what two packages need."""


class VersionChangedError(Exception):
    """The same command installs another version than before."""


def package(name, version, needs, text):
    """A wheel with one module, which says a version: its own, or that of the package it needs."""
    PACKAGES.mkdir(exist_ok=True)
    about = f"{name}-{version}.dist-info"
    needed = "".join(f"Requires-Dist: {need}\n" for need in needs)
    wheel = "Wheel-Version: 1.0\nGenerator: packaging\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {
        f"{name}.py": text,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needed}",
        f"{about}/WHEEL": wheel,
        f"{about}/RECORD": f"{name}.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n",
    }
    with zipfile.ZipFile(PACKAGES / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)


def shared(version):
    package("shared", version, [], f'VERSION = "{version}"\n')


def packages():
    """Two packages that need another version of a third one each."""
    shared("1.0.0")
    shared("2.0.0")
    package("left", "1.0.0", ["shared<2"], "from shared import VERSION\n")
    package("right", "1.0.0", ["shared>=2"], "from shared import VERSION\n")


def install(pip, folder, *needs):
    """Installs into a folder, with nothing of the user's configuration."""
    command = [*pip, "install", "--quiet", "--no-index", "--find-links", PACKAGES, "--target", folder, *needs]
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(
        command, capture_output=True, text=True, env=environment | {"PIP_CONFIG_FILE": "/dev/null"}, check=False
    )
    if "ResolutionImpossible" in ended.stderr:
        raise VersionConflictError(ended.stderr.strip())
    if ended.returncode != 0:
        sys.exit(ended.stderr)


def output(*command):
    environment = {"PYTHONPATH": str(INSTALLED), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout


def two_versions(pip):
    packages()
    install(pip, INSTALLED, "left", "right")
    PROGRAM.write_text("import left, right\n\nprint(left.VERSION, right.VERSION)\n")
    print("left and right use", output(sys.executable, PROGRAM))


def locked(pip):
    """A newer version appears after the first installation. Does the next one take it?"""
    packages()
    PROGRAM.write_text("import shared\n\nprint(shared.VERSION)\n")
    install(pip, INSTALLED, "shared<2")
    before = output(sys.executable, PROGRAM).strip()
    shared("1.0.1")
    again = pathlib.Path("again")
    install(pip, again, "shared<2")
    INSTALLED.rename("first")
    again.rename(INSTALLED)
    after = output(sys.executable, PROGRAM).strip()
    if before != after:
        raise VersionChangedError(f"{before}, then {after}")
    print("the version stays", before)


def first_start(_):
    """The program is started from its sources at once."""
    packages()
    PROGRAM.write_text("import left\n\nprint(left.VERSION)\n")
    runpy.run_path(str(PROGRAM))


def one_file(pip):
    """The program and its packages in one file, and the Python that it needs."""
    packages()
    install(pip, INSTALLED, "left")
    (INSTALLED / "__main__.py").write_text("import left\n\nprint(left.VERSION)\n")
    zipapp.create_archive(INSTALLED, "shipped.pyz")
    printed = output(sys.executable, "-I", "shipped.pyz")
    if printed != "1.0.0\n":
        sys.exit(f"it prints {printed}")
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    modules = [file for file in library.rglob("*.py") if not OPTIONAL.intersection(file.parts)]
    files = [*modules, *library.rglob("lib-dynload/*.so")]
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    kilobytes = pathlib.Path("shipped.pyz").stat().st_size / 1e3
    needed = f"{len(files)} files of {megabytes:.0f} MB"
    print(f"one file of {kilobytes:.0f} kB runs with a Python, whose library is {needed}")


STEPS = {"two-versions": two_versions, "locked": locked, "first-start": first_start, "one-file": one_file}

if __name__ == "__main__":
    *words, step = sys.argv[1:]
    STEPS[step](words)
