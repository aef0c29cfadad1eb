package dev.assay.cli;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.console.Console;
import dev.assay.process.InheritedSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The command line within the test's own JVM, which is warm: what takes a process of its own seconds takes it a tenth. For tests of what a
 * command says and writes. What the process itself has to do with belongs to {@link AssayProcess}: signals, limits, the streams, the locale,
 * and names that are relative to its folder.
 */
final class AssayCall {
    private static final int WIDTH = 80;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private final Map<String, String> properties = new HashMap<>();

    /**
     * A caller who is in a folder.
     *
     * @param folder where results go if nothing else is said
     * @param home the folder with the workloads
     */
    AssayCall(Path folder, Path home) {
        this.folder = folder;
        property("assay.home", home.toString());
    }

    /** What makes the commands of a process like this one. */
    static CommandFactory commands() {
        Console console = Console.system(Console.ColorMode.NEVER, false, Map.of());
        return new CommandFactory(new Caller(InheritedSettings.own(), console));
    }

    /** Sets a system property as long as a command runs. */
    AssayCall property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    AssayCall environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false, false, WIDTH);
        Caller caller = new Caller(new InheritedSettings(environment, folder), console);
        int code = withProperties(() -> ErrorHandler.codeOf(console, () -> Main.run(arguments, caller)));
        return new Ended(code, out.toString(), err.toString());
    }

    private int withProperties(IntSupplier work) {
        Map<String, @Nullable String> before = new HashMap<>();
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            return work.getAsInt();
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }
}
