package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.CompilerDiagnostics;
import dev.assay.toolchain.host.ProbeTool;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type checker mypy, as strict as it is with one option, whatever the user configured. */
public final class Mypy {
    /** The package that brings it. */
    static final String PACKAGE = "mypy";

    private static final Pattern VERSION = Pattern.compile("mypy (\\S+)");

    /** Such as {@code a.py:8: error: Unsupported operand types for +  [operator]}. */
    private static final Pattern ERROR = Pattern.compile("^.+?:\\d+: error: .*?(?:  \\[([a-z-]+)])?$");

    private final BuildPaths places;
    private final ToolHost host;

    /**
     * @param places where it keeps what it knows of the standard library
     * @param host starts it
     */
    Mypy(BuildPaths places, ToolHost host) {
        this.places = places;
        this.host = host;
    }

    /**
     * The checker of an environment.
     *
     * @param interpreter whose programs it checks
     * @param python the interpreter of the environment that it is installed in
     * @throws ToolchainFailure if it does not start
     */
    ProbeTool of(Toolchain interpreter, Path python) {
        // isolated: without the folder it is called in, and without variables of its own
        List<String> module = List.of("-I", "-m", PACKAGE);
        CommandResult asked = host.ask(joined(python.toString(), module, List.of("--version")));
        Matcher version = VERSION.matcher(asked.stdout());
        if (!asked.ok() || !version.find()) {
            throw new ToolchainFailure(python + " cannot start mypy (" + ToolchainErrors.lastWords(asked)
                    + "); delete its folder, and it is installed again");
        }
        List<String> options = List.of(
                "--strict",
                "--config-file=",
                "--no-error-summary",
                "--cache-dir",
                places.shown(places.probeTarget().resolve("mypy-cache")));
        return new ProbeTool(
                interpreter,
                PACKAGE + " " + version.group(1) + " (" + interpreter.runtime().title() + " " + interpreter.version()
                        + ")",
                joined(python.toString(), module, List.of()),
                joined(places.shown(python), module, List.of()),
                probe -> options,
                Mypy::parse);
    }

    private static List<String> joined(String python, List<String> module, List<String> options) {
        List<String> argv = new ArrayList<>(List.of(python));
        argv.addAll(module);
        argv.addAll(options);
        return argv;
    }

    /** Reads what it writes to the standard output: a line for each error, and for each note below one. */
    public static CompilerDiagnostics parse(String stdout) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> errors = new ArrayList<>();
        for (String line : stdout.lines().toList()) {
            Matcher error = ERROR.matcher(line);
            if (error.matches()) {
                errors.add(line);
                if (error.group(1) != null) {
                    codes.add(error.group(1));
                }
            }
        }
        return new CompilerDiagnostics(List.copyOf(codes), errors, List.of(), false);
    }
}
