package dev.assay.toolchain.host;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where tools are looked for and asked.
 *
 * @param runner starts them
 * @param environment the user's variables
 * @param directory where they run; version managers choose by it
 */
public record ToolHost(CommandRunner runner, Map<String, String> environment, Path directory) {
    /** A shim may have to start a version manager first; a tool that takes longer hangs. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    public ToolHost {
        environment = Map.copyOf(environment);
    }

    public SearchPath searchPath() {
        return SearchPath.parse(environment.getOrDefault("PATH", ""));
    }

    /** A variable of the user's; null when it is not set or empty. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Asks a tool and waits for its answer. */
    public CommandResult ask(List<String> argv) {
        return ask(argv, Map.of());
    }

    /** The same with variables beside the clean ones. */
    public CommandResult ask(List<String> argv, Map<String, String> extra) {
        Map<String, String> variables = CleanEnvironment.build(environment);
        variables.putAll(extra);
        return runner.run(new Invocation(argv, variables, directory, LIMIT));
    }

    /** Asks a program in the environment of measured programs. */
    public CommandResult askAsMeasured(List<String> argv) {
        return runner.run(
                new Invocation(argv, MeasuredEnvironment.build(directory.resolve("target")), directory, LIMIT));
    }

    /** The file behind symbolic links, or the path itself when it cannot be followed. */
    public static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    /** Whether a program is a text that another program reads. */
    public static boolean isScript(Path program) {
        try (InputStream start = Files.newInputStream(program)) {
            return Arrays.equals(start.readNBytes(2), new byte[] {'#', '!'});
        } catch (IOException e) {
            return false;
        }
    }
}
