package dev.assay.toolchain.python;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a program with the name of a Python turns out to be.
 *
 * @param kind what it is
 * @param interpreter the interpreter that runs in the end; the program itself where nothing stands before it
 */
public record PythonStart(Kind kind, Path interpreter) {
    /** What may stand there. */
    public enum Kind {
        /** The interpreter itself, or what is not a Python at all. */
        ITSELF,
        /** A version manager's, which looks for the interpreter at every start. */
        SHIM,
        /** Anything else that starts an interpreter. */
        WRAPPER
    }

    private static final Pattern PYTHON = Pattern.compile("python[0-9.]*");
    private static final Set<String> MANAGERS = Set.of("pyenv", "asdf", "mise", "rtx", "proto", "vfox");
    /** Such as {@code exec "/home/me/.pyenv/libexec/pyenv" exec "$program" "$@"}. */
    private static final Pattern CALLS_MANAGER =
            Pattern.compile("\\b(" + String.join("|", MANAGERS) + ")[\"']?\\s+(exec|x|run)\\b");

    private static final int START_BYTES = 4096;

    /**
     * Starts the program once with a question, and looks which file runs: a shim may be a script or a compiled program.
     *
     * @param directory where the user's command runs; version managers choose by it
     * @param environment the user's variables
     */
    public static PythonStart of(Path program, Path directory, Map<String, String> environment) {
        PythonStart itself = new PythonStart(Kind.ITSELF, program);
        if (!PYTHON.matcher(String.valueOf(program.getFileName())).matches()) {
            return itself;
        }
        PythonIntrospection interview =
                new PythonIntrospection(new ToolHost(new CommandRunner(), environment, directory));
        CommandResult finished = interview.askAsFound(program);
        Path running = PythonIntrospection.answer(finished).path();
        if (!finished.ok()
                || !Files.isRegularFile(running)
                || ToolHost.real(running).equals(ToolHost.real(program))) {
            return itself;
        }
        return new PythonStart(ofManager(program) ? Kind.SHIM : Kind.WRAPPER, running);
    }

    /** By the folder in which they keep their shims, by the program that a link leads to, or by what a script calls. */
    private static boolean ofManager(Path program) {
        boolean among = StreamSupport.stream(program.spliterator(), false).anyMatch(name -> name.endsWith("shims"));
        return among
                || MANAGERS.contains(String.valueOf(ToolHost.real(program).getFileName()))
                || (ToolHost.isScript(program)
                        && CALLS_MANAGER.matcher(start(program)).find());
    }

    private static String start(Path script) {
        try (InputStream stream = Files.newInputStream(script)) {
            return new String(stream.readNBytes(START_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
