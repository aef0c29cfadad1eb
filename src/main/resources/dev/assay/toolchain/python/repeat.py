"""Does a program's work again and again in one process: repeat.py TIMES PROGRAM [ARGUMENT...] > FILE

What stands above the last statement, if __name__ == "__main__", is executed once, what stands below it so many times: as in a service
that runs on, functions and classes stay the same. Were they defined anew each time, whatever a just-in-time compiler knows of them would be of
strangers. The output of the first repetition stays in the file; each later one must be equal to it, and is taken back.
"""
import ast
import builtins
import os
import stat
import sys
import types

SHOWN = 60
MAIN = ast.dump(ast.parse('__name__ == "__main__"', mode="eval").body)


def parts(program):
    """The definitions and the work of a program, compiled."""
    with open(program, "rb") as file:
        tree = ast.parse(file.read(), program)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.If) or last.orelse or ast.dump(last.test) != MAIN:
        sys.exit(
            "repeat: %s cannot be repeated: its last statement is not 'if __name__ == \"__main__\":', which would tell its work"
            " from its definitions; put its work below such a line, or take 'repeat' out of its manifest" % program
        )
    work = ast.Module(body=last.body, type_ignores=[])
    return tuple(compile(part, program, "exec", dont_inherit=True) for part in (tree, work))


def written(start):
    """What stands in the standard output's file from there on."""
    sys.stdout.flush()
    with open("/proc/self/fd/1", "rb") as file:
        file.seek(start)
        return file.read()


def do(work, names, note):
    """One repetition; a note says which, should it end in another way than a program that went well."""
    try:
        exec(work, names)
    except SystemExit as end:
        if end.code not in (None, 0):
            sys.stderr.write(note)
            raise
    except BaseException:
        sys.stderr.write(note)
        raise


def shown(output):
    return repr(output[:SHOWN].decode("utf-8", "replace"))


def repeat(times, work, names):
    start = os.fstat(1).st_size
    do(work, names, "")
    first = written(start)
    end = start + len(first)
    for number in range(2, times + 1):
        which = "repetition %d of %d" % (number, times)
        do(work, names, "repeat: this was %s:\n" % which)
        output = written(end)
        if output != first:
            sys.exit("repeat: %s printed %s, and the first %s" % (which, shown(output), shown(first)))
        os.ftruncate(1, end)
        os.lseek(1, end, os.SEEK_SET)


def main():
    if len(sys.argv) < 3 or not sys.argv[1].isdigit():
        sys.exit("usage: repeat.py TIMES PROGRAM [ARGUMENT...] > FILE")
    if not stat.S_ISREG(os.fstat(1).st_mode):
        sys.exit("repeat: the standard output is no file, so that repetitions cannot be compared; put > FILE behind the command")
    times, program = int(sys.argv[1]), sys.argv[2]
    del sys.argv[:2]
    if not sys.flags.isolated and not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.path.dirname(os.path.realpath(program))
    definitions, work = parts(program)
    module = types.ModuleType("__main__")
    module.__file__ = program
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    exec(definitions, module.__dict__)
    sys.stdout.flush()
    repeat(times, work, module.__dict__)


if __name__ == "__main__":
    main()
