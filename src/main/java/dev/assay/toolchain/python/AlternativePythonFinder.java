package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.CompilerOutputHead;
import dev.assay.toolchain.host.ToolHost;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Pythons that not everybody has: PyPy and the free-threaded CPython. A run goes on without them, so its messages are reasons for
 * leaving programs out, in one line.
 */
public final class AlternativePythonFinder {
    /** The first CPython that can be built without its lock. */
    private static final int OLDEST_FREE_THREADED = 13;

    private static final int MINORS = 8;

    private final ToolHost host;
    private final Runtime runtime;
    private final @Nullable String chosen;
    private final PythonIntrospection interview;

    /**
     * @param host where to look
     * @param runtime PyPy or the free-threaded CPython
     * @param chosen the interpreter that the user names, a path or a name on the PATH; null for the first that is found
     */
    public AlternativePythonFinder(ToolHost host, Runtime runtime, @Nullable String chosen) {
        this.host = host;
        this.runtime = runtime;
        this.chosen = chosen;
        this.interview = new PythonIntrospection(host);
    }

    /**
     * The interpreter.
     *
     * @throws ToolchainFailure if there is none, or it is another than it should be, too old or does not work
     */
    public Toolchain find() {
        Path program = names().flatMap(name -> host.searchPath().find(name).stream())
                .findFirst()
                .orElseThrow(() -> new ToolchainFailure(
                        runtime.title() + " was not found: no "
                                + (chosen == null ? usualNames() + " on the PATH" : chosen)
                                + "; " + remedy(),
                        runtime == Runtime.PYPY ? List.of("pypy3") : List.of()));
        CommandResult finished = interview.ask(program);
        if (!finished.ok()) {
            throw new ToolchainFailure(program + " does not work: it " + finished.describe() + ";"
                    + PythonIntrospection.hint(finished) + " " + remedy());
        }
        Interpreter found = PythonIntrospection.answer(finished);
        Optional<String> unfit = runtime == Runtime.PYPY ? unfitPyPy(found) : unfitFreeThreaded(found);
        if (unfit.isEmpty() && !found.noise().isEmpty()) {
            unfit = Optional.of("prints '" + CompilerOutputHead.cut(found.noise())
                    + "' at every start, which would spoil every output");
        }
        if (unfit.isPresent()) {
            throw new ToolchainFailure(program + " " + unfit.get() + "; " + remedy());
        }
        return toolchain(program, found);
    }

    private Stream<String> names() {
        if (chosen != null) {
            return Stream.of(chosen);
        }
        return runtime == Runtime.PYPY
                ? Stream.of("pypy3", "pypy")
                : IntStream.range(0, MINORS)
                        .mapToObj(newer -> "python3." + (OLDEST_FREE_THREADED + MINORS - 1 - newer) + "t");
    }

    private String usualNames() {
        return runtime == Runtime.PYPY
                ? String.join(" or ", names().toList())
                : "python3." + OLDEST_FREE_THREADED + "t or later";
    }

    private String remedy() {
        return runtime == Runtime.PYPY
                ? "sudo apt install pypy3, or set -Dpypy=/path/to/pypy3"
                : "install one (https://py-free-threading.github.io/installing-cpython), or set -Dpython-ft=/path/to/python3.14t";
    }

    private static Optional<String> unfitPyPy(Interpreter found) {
        if (!found.implementation().equals("pypy")) {
            return Optional.of("is not PyPy but '" + found.implementation() + "'");
        }
        return tooOld(found);
    }

    private static Optional<String> unfitFreeThreaded(Interpreter found) {
        if (!found.cpython() || !found.build().freeThreaded()) {
            return Optional.of("is not a free-threaded build (Py_GIL_DISABLED is not set)");
        }
        return found.lockOff()
                ? tooOld(found)
                : Optional.of("is a free-threaded build, but starts with the GIL enabled");
    }

    private static Optional<String> tooOld(Interpreter found) {
        return found.runsThePrograms()
                ? Optional.empty()
                : Optional.of("is too old: it is Python " + found.version() + ", and the programs need "
                        + PythonFinder.OLDEST);
    }

    private Toolchain toolchain(Path program, Interpreter found) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("implementation", found.implementation());
        if (runtime == Runtime.PYPY) {
            details.put("language", "Python " + found.version());
        } else {
            details.put("build", found.build().describe());
            details.put("global lock", "off");
        }
        details.put("compiler", found.build().compiler());
        if (!ToolHost.real(program).equals(ToolHost.real(found.path()))) {
            details.put("found as", program.toString());
        }
        String version = runtime == Runtime.PYPY ? found.pypyVersion() : found.version();
        return new Toolchain(runtime, found.path().toString(), version, details, List.of());
    }
}
