package dev.assay.toolchain.python;

import dev.assay.model.Runtime;
import java.util.List;

/**
 * How the parts of a Python are installed that not every installation has.
 *
 * @param environments what to do where it cannot create virtual environments
 * @param environmentPackages the packages of Debian and Ubuntu that let it
 * @param headers what to do where its headers are missing
 * @param headerPackages the packages of Debian and Ubuntu that bring them
 */
record PythonAdvice(
        String environments, List<String> environmentPackages, String headers, List<String> headerPackages) {
    private static final PythonAdvice CPYTHON = new PythonAdvice(
            "sudo apt install python3-venv, or choose another Python with -Dpython",
            List.of("python3-venv"),
            "for Debian's Python: sudo apt install python3-dev",
            List.of("python3-dev"));
    private static final PythonAdvice PYPY = new PythonAdvice(
            "sudo apt install pypy3-venv, or choose another PyPy with -Dpypy",
            List.of("pypy3-venv"),
            "for Debian's PyPy: sudo apt install pypy3-dev",
            List.of("pypy3-dev"));

    static PythonAdvice of(Runtime runtime) {
        if (runtime == Runtime.PYTHON) {
            return CPYTHON;
        }
        return runtime == Runtime.PYPY
                ? PYPY
                : new PythonAdvice(
                        "choose another one with -D" + runtime,
                        List.of(),
                        "install the headers of this interpreter",
                        List.of());
    }
}
