package dev.assay.toolchain.python;

import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.KeyValueOutput;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks a Python what it is. */
public final class PythonIntrospection {
    /** The first line of the answer; what stands before it was not asked for. */
    private static final String BEGIN = "begins\there\n";

    private final ToolHost host;
    private final String script = resource("interpreter.py");

    public PythonIntrospection(ToolHost host) {
        this.host = host;
    }

    /**
     * Starts it with the question, and then what it turned out to be, as measured programs start it: without the user's own packages and
     * settings, and without what stood before it.
     */
    public CommandResult ask(Path program) {
        CommandResult asFound = askAsFound(program);
        Path path = answer(asFound).path();
        if (!asFound.ok() || !Files.isExecutable(path) || Files.isDirectory(path)) {
            return asFound;
        }
        CommandResult asMeasured = host.askAsMeasured(question(path));
        return asMeasured.ok()
                ? CommandResult.exited(0, asMeasured.stdout() + "\nexecutable\t" + path + "\n", asMeasured.stderr())
                : asMeasured;
    }

    /** Starts it with the question as it was found. */
    CommandResult askAsFound(Path program) {
        return host.ask(question(program));
    }

    /** Bytecode of what is asked is not written: it might be found by a measured program. */
    private List<String> question(Path program) {
        return List.of(program.toString(), "-B", "-c", script);
    }

    /** What it answered. */
    public static Interpreter answer(CommandResult finished) {
        String said = finished.stdout();
        int begin = Math.max(0, said.indexOf(BEGIN));
        String noise = Stream.concat(
                        said.substring(0, begin).lines(),
                        said.substring(begin).lines().filter(line -> said.contains(BEGIN) && line.indexOf('\t') < 0))
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return Interpreter.of(KeyValueOutput.parse(said.substring(begin), "\t"), noise);
    }

    /** What may help where an interpreter does not start; an empty text when nothing is known. */
    static String hint(CommandResult finished) {
        return finished.stderr().contains("shared librar")
                ? " Tools and measured programs do not get LD_LIBRARY_PATH. Register the library with ldconfig, or choose"
                        + " another interpreter."
                : "";
    }

    /** The text of a script among the resources. */
    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(PythonIntrospection.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
