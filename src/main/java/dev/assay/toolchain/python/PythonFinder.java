package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.Shell;
import dev.assay.model.Warning;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.CompilerOutputHead;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolVersion;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds CPython. What lies on the PATH may be a shell script of a version manager that costs more than the program that is measured, so the
 * interpreter itself is asked where it is.
 */
public final class PythonFinder {
    static final ToolVersion OLDEST = new ToolVersion(3, 9);

    private static final ToolchainErrors.Tool TOOL = new ToolchainErrors.Tool(
            "CPython (" + OLDEST + " or newer)",
            "The Python programs need it.",
            List.of("Debian, Ubuntu:  sudo apt install python3 python3-venv"),
            List.of("python3", "python3-venv"),
            "Use -Dpython=/path/to/python3 for another one, or -Druntimes=rust,c to measure without it.");

    private static final int MOST_OTHERS = 8;
    /** How many minor versions are looked for by name, from the oldest on. */
    private static final int MINORS = 12;

    private static final List<String> USUAL_NAMES = List.of("python3", "python");
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/bin/python3"), Path.of("/usr/local/bin/python3"), Path.of("/opt/homebrew/bin/python3"));

    private final ToolHost host;
    private final @Nullable String chosen;
    private final PythonIntrospection interview;

    /**
     * @param host where to look
     * @param chosen the interpreter that the user names, a path or a name on the PATH; null for the first that is found
     */
    public PythonFinder(ToolHost host, @Nullable String chosen) {
        this.host = host;
        this.chosen = chosen;
        this.interview = new PythonIntrospection(host);
    }

    /**
     * The interpreter.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if there is none, or it is too old, no CPython, or does not work
     */
    public Toolchain find() {
        Path program = chosen == null ? first() : named(chosen);
        Interpreter found = usable(program);
        return toolchain(program, found, others(found, USUAL_NAMES));
    }

    /**
     * Every interpreter that could be measured, first the one that {@link #find} takes. Looks under more names, so it takes longer.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure as find does
     */
    public List<Toolchain> all() {
        Path program = chosen == null ? first() : named(chosen);
        Interpreter found = usable(program);
        List<String> names = new ArrayList<>(USUAL_NAMES);
        for (int minor = OLDEST.minor(); minor < OLDEST.minor() + MINORS; minor++) {
            names.add("python" + OLDEST.major() + "." + minor);
        }
        List<Interpreter> others = others(found, names);
        List<Toolchain> all = new ArrayList<>(List.of(toolchain(program, found, others)));
        others.forEach(other -> all.add(toolchain(other.path(), other, List.of())));
        return List.copyOf(all);
    }

    private static Toolchain toolchain(Path program, Interpreter found, List<Interpreter> others) {
        Map<String, String> details = new LinkedHashMap<>(details(found, others));
        if (!ToolHost.real(program).equals(ToolHost.real(found.path()))) {
            details.put("found as", program.toString());
        }
        return new Toolchain(
                Runtime.PYTHON, found.path().toString(), found.version(), details, warnings(found, others));
    }

    private Path named(String name) {
        return host.searchPath()
                .find(name)
                .orElseThrow(() -> ToolchainErrors.missing(TOOL, name, "-Dpython", host.searchPath()));
    }

    private Path first() {
        return host.searchPath()
                .find("python3")
                .or(() -> host.searchPath().find("python"))
                .orElseThrow(() -> ToolchainErrors.missing(TOOL, "python3 or python", host.searchPath()));
    }

    private Interpreter usable(Path program) {
        CommandResult finished = interview.ask(program);
        if (!finished.ok()) {
            throw new ToolchainFailure(ToolchainErrors.failing(TOOL, List.of(program.toString(), "-c", "..."), finished)
                            .getMessage()
                    + PythonIntrospection.hint(finished));
        }
        Interpreter interpreter = PythonIntrospection.answer(finished);
        if (interpreter.version().isBlank() || interpreter.implementation().isBlank()) {
            throw ToolchainErrors.unfit(TOOL, program + " is not a Python interpreter: it did not answer like one.");
        }
        if (!interpreter.cpython() && !interpreter.implementation().equals("unknown")) {
            throw ToolchainErrors.unfit(
                    TOOL,
                    program + " is not CPython but " + interpreter.implementation() + " " + interpreter.version()
                            + ".");
        }
        if (!interpreter.noise().isEmpty()) {
            throw ToolchainErrors.unfit(
                    TOOL,
                    "Every start of " + interpreter.path() + " prints '" + CompilerOutputHead.cut(interpreter.noise())
                            + "' to standard output, in addition to what the program prints, which would spoil every output. Look for a"
                            + " sitecustomize.py or a .pth file in its packages.");
        }
        if (!interpreter.usable()) {
            throw ToolchainErrors.unfit(
                    TOOL,
                    "Python " + interpreter.version() + " at " + program + " is too old: " + OLDEST
                            + " is the oldest version that runs the programs.");
        }
        return interpreter;
    }

    /** What else could be measured, so that the user can choose. */
    private List<Interpreter> others(Interpreter found, List<String> names) {
        Set<Path> candidates = new LinkedHashSet<>();
        names.forEach(name -> candidates.addAll(host.searchPath().findAll(name)));
        USUAL.forEach(path -> candidates.addAll(host.searchPath().findAll(path.toString())));
        Set<Path> seen = new LinkedHashSet<>(List.of(ToolHost.real(found.path())));
        return candidates.stream()
                .map(ToolHost::real)
                .filter(seen::add)
                .limit(MOST_OTHERS)
                .map(interview::ask)
                .filter(CommandResult::ok)
                .map(PythonIntrospection::answer)
                .filter(other -> other.usable() && other.noise().isEmpty())
                .filter(other -> !other.path().equals(found.path()))
                .distinct()
                .toList();
    }

    private static Map<String, String> details(Interpreter found, List<Interpreter> others) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("implementation", found.implementation());
        details.put("build", found.build().describe());
        details.put("global lock", found.build().freeThreaded() ? "none (free-threaded build)" : "yes");
        details.put("compiler", found.build().compiler());
        details.put(
                "configure", found.build().configurationKnown() ? found.build().configuration() : "unknown");
        details.put(".pth files", Integer.toString(found.pthFiles().size()));
        if (!found.virtualBase().isEmpty()) {
            details.put("virtual environment of", found.virtualBase());
        }
        List<String> also = others.stream()
                .map(other -> other.path() + " (" + other.version() + ", "
                        + other.build().describe() + ")")
                .toList();
        details.put("also found", also.isEmpty() ? "none" : String.join("; ", also));
        return Collections.unmodifiableMap(details);
    }

    private static List<Warning> warnings(Interpreter found, List<Interpreter> others) {
        List<Warning> warnings = new ArrayList<>();
        if (found.build().debug()) {
            warnings.add(Warning.grave(
                    "python-debug",
                    found.path() + " is a debug build, several times slower than usual",
                    elsewhere(others)));
        }
        if (found.build().surelyUnguided()) {
            warnings.add(Warning.grave(
                    "python-no-pgo",
                    found.path()
                            + " was built without profile-guided optimization and is slower than an optimized build",
                    elsewhere(others)));
        }
        if (found.build().freeThreaded()) {
            warnings.add(Warning.grave(
                    "python-free-threaded",
                    found.path() + " is a free-threaded build, which is slower on one thread than a usual build",
                    elsewhere(others)));
        }
        if (!found.pthFiles().isEmpty()) {
            warnings.add(new Warning(
                    "python-pth",
                    "every start of " + found.path() + " reads "
                            + found.pthFiles().size() + " .pth files (" + String.join(", ", found.pthFiles())
                            + "), which can make start-up several times slower",
                    "uninstall the packages that added them, or " + elsewhere(others)));
        }
        return List.copyOf(warnings);
    }

    /** The best of the others: one that is optimized, or may be. */
    private static String elsewhere(List<Interpreter> others) {
        List<Interpreter> usual = others.stream()
                .filter(other -> !other.build().debug() && !other.build().freeThreaded())
                .toList();
        Optional<Interpreter> better = usual.stream()
                .filter(other -> other.build().profileGuided())
                .findFirst()
                .or(() -> usual.stream()
                        .filter(other -> !other.build().surelyUnguided())
                        .findFirst());
        return better.map(other ->
                        "choose another: -Dpython=" + Shell.quote(other.path().toString()))
                .orElse("choose another with -Dpython=/path/to/python3; distribution packages are usually optimized");
    }
}
