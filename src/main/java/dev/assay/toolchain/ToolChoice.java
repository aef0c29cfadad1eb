package dev.assay.toolchain;

import dev.assay.model.Runtime;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about tools.
 *
 * @param python the Python interpreter, a path or a name on the PATH; null for the first that is found
 * @param pypy the PyPy, likewise
 * @param pythonFt the free-threaded CPython, likewise
 * @param offline whether nothing may be fetched from a network
 */
public record ToolChoice(
        @Nullable String python,
        @Nullable String pypy,
        @Nullable String pythonFt,
        boolean offline) {
    /** The user says nothing. */
    public static final ToolChoice NONE = new ToolChoice(null, null, null, false);

    /** The interpreter that is chosen for a Python; null for the first that is found. */
    @Nullable
    String interpreter(Runtime runtime) {
        return runtime == Runtime.PYTHON ? python : runtime == Runtime.PYPY ? pypy : pythonFt;
    }

    /** Only which Python. */
    public static ToolChoice python(@Nullable String python) {
        return new ToolChoice(python, null, null, false);
    }
}
