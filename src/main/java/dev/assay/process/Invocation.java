package dev.assay.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A command to run to its end. Its standard input is empty.
 *
 * @param argv the program and its arguments; a program without a slash is looked for on the PATH of this JVM, so callers give absolute paths
 * @param environment every variable that it sees
 * @param directory where it runs
 * @param timeout after which it is killed with everything that it started
 * @param onLine told of every line of either stream as it comes, never by two threads at once; it must return soon and not throw; null for nobody
 */
public record Invocation(
        List<String> argv,
        Map<String, String> environment,
        Path directory,
        Duration timeout,
        @Nullable Consumer<String> onLine) {
    public Invocation {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than nothing, not " + timeout);
        }
    }

    /** A command that nobody watches. */
    public Invocation(List<String> argv, Map<String, String> environment, Path directory, Duration timeout) {
        this(argv, environment, directory, timeout, null);
    }
}
