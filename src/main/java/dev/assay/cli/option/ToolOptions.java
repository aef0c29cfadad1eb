package dev.assay.cli.option;

import dev.assay.model.AssayException.Usage;
import dev.assay.toolchain.ToolChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that look for interpreters and build. */
public final class ToolOptions {
    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "Python interpreter (default: python3 on the PATH; shims are resolved).")
    private @Nullable String python;

    @Option(names = "--pypy", paramLabel = "PATH", description = "PyPy (default: pypy3 on the PATH).")
    private @Nullable String pypy;

    @Option(
            names = "--python-ft",
            paramLabel = "PATH",
            description = "Free-threaded CPython (default: the newest of python3.13t, python3.14t, .. on the PATH).")
    private @Nullable String pythonFt;

    @Option(
            names = "--offline",
            description = "Download nothing; programs whose packages are not installed are skipped.")
    private boolean offline;

    /**
     * What was said.
     *
     * @throws Usage if an option names nothing
     */
    public ToolChoice choice() {
        check("python", python, "/usr/bin/python3");
        check("pypy", pypy, "/usr/bin/pypy3");
        check("python-ft", pythonFt, "/usr/local/bin/python3.14t");
        return new ToolChoice(python, pypy, pythonFt, offline);
    }

    /** What was given, by name, as a run records it. Whether something may be fetched does not change what is measured. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "python", python);
        put(given, "pypy", pypy);
        put(given, "python-ft", pythonFt);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private static void check(String option, @Nullable String value, String example) {
        if (value != null && value.isBlank()) {
            throw new Usage("--" + option + "= is empty. Give an interpreter, such as --" + option + "=" + example
                    + ", or omit the option.");
        }
    }
}
