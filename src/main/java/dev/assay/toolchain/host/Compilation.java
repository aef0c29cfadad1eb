package dev.assay.toolchain.host;

import dev.assay.model.AssayException;
import dev.assay.process.CommandResult;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs compilers in the project's root, in a clean environment. */
public final class Compilation {
    /** A first build may have to download. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final ToolHost host;
    private final boolean offline;
    private final BuildListener listener;

    /**
     * @param host where compilers are
     * @param offline whether nothing may be fetched
     * @param listener told of what is built
     */
    public Compilation(ToolHost host, boolean offline, BuildListener listener) {
        this.host = host;
        this.offline = offline;
        this.listener = listener;
    }

    /**
     * Runs a compiler.
     *
     * @param what is built, for messages
     * @param argv the command
     * @param shown the command as a user would type it
     * @param extra variables that are set beside the clean ones
     * @throws AssayException.ToolchainFailure if it fails
     */
    public void run(String what, List<String> argv, String shown, Map<String, String> extra) {
        listener.step("building " + what);
        runQuietly(what, argv, shown, extra);
    }

    /** The same as a part of a step that was told of. */
    public void runQuietly(String what, List<String> argv, String shown, Map<String, String> extra) {
        CommandResult finished = start(argv, extra, line -> true);
        if (!finished.ok()) {
            throw ToolchainErrors.build(what, shown, finished);
        }
    }

    /**
     * Takes steps side by side, one on each processor. They begin in their order. When one fails, none that comes after it begins, and the
     * failure of the first in order is thrown: the same as if they had been taken one by one.
     */
    public void runAll(List<BuildStep> steps) {
        SideBySide.run(steps, Runtime.getRuntime().availableProcessors(), listener);
    }

    /** Takes parts of a build that tell of their steps themselves, each on a thread of its own. It fails as {@link #runAll} does. */
    public static void sideBySide(Runnable... parts) {
        SideBySide.run(
                Stream.of(parts).map(part -> new BuildStep("", part)).toList(), parts.length, BuildListener.SILENT);
    }

    /** Runs a tool that may fail. */
    public CommandResult attempt(String step, List<String> argv, Map<String, String> extra) {
        return attempt(step, argv, extra, line -> true);
    }

    /**
     * Runs a tool that may fail.
     *
     * @param forPeople told of each line of its output; says whether the line is for the user to see
     */
    public CommandResult attempt(
            String step, List<String> argv, Map<String, String> extra, Predicate<String> forPeople) {
        listener.step(step);
        return start(argv, extra, forPeople);
    }

    private CommandResult start(List<String> argv, Map<String, String> extra, Predicate<String> forPeople) {
        Map<String, String> environment = new TreeMap<>(CleanEnvironment.build(host.environment()));
        if (offline) {
            environment.put("CARGO_NET_OFFLINE", "true");
        }
        environment.putAll(extra);
        return host.runner().run(new Invocation(argv, environment, host.directory(), LIMIT, line -> {
            if (forPeople.test(line)) {
                listener.detail(line);
            }
        }));
    }

    public ToolHost host() {
        return host;
    }

    /** Asks a tool, in the same environment. */
    public CommandResult ask(List<String> argv) {
        return host.ask(argv);
    }

    /** The names of the user's variables that tools see. */
    public Set<String> kept() {
        return CleanEnvironment.build(host.environment()).keySet();
    }

    public boolean offline() {
        return offline;
    }

    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot create the folder " + folder, e, AssayException.Storage.REMEDY);
        }
    }
}
