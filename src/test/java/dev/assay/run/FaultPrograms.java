package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hostile programs, ready to start: C compiled, scripts made executable, and some names that lead to no program at all. */
final class FaultPrograms {
    /** Stands for a file outside every program's own folder. */
    static final String VICTIM = "{victim}";

    /** Stands for a folder outside every program's own folder. */
    static final String VICTIM_FOLDER = "{victim folder}";

    /** The well-behaved program by a name that a shell, a log or a terminal could stumble over. */
    static final String ODD_NAME = "it's \"good\" $(ls) ü \\\n;";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private final Path folder;
    private final String python;

    /**
     * Builds everything.
     *
     * @param root an empty folder
     */
    FaultPrograms(Path root) throws IOException, InterruptedException {
        this.root = root;
        folder = Files.createDirectories(root.resolve("programs"));
        Files.writeString(root.resolve("victim"), "precious");
        Files.writeString(Files.createDirectories(root.resolve("victims/cwd")).resolve("kept"), "precious");
        python = run("python3", "-c", "import sys; print(sys.executable)").strip();
        compileAll();
        Files.copy(folder.resolve("good"), folder.resolve(ODD_NAME));
        Files.createDirectories(folder.resolve("a folder"));
    }

    private void compileAll() throws IOException, InterruptedException {
        Path sources = sources();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path source : files.toList()) {
                String name = source.getFileName().toString();
                if (name.endsWith(".c")) {
                    String program = folder.resolve(name.replace(".c", "")).toString();
                    run("cc", "-O1", "-pthread", "-o", program, source.toString());
                } else {
                    Path copy = Files.copy(source, folder.resolve(name));
                    boolean executable = !name.startsWith("not-executable");
                    Files.setPosixFilePermissions(
                            copy, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** The folder of all sources. */
    static Path sources() {
        try {
            return Path.of(Optional.ofNullable(FaultPrograms.class.getResource("/dev/assay/faults"))
                    .orElseThrow()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private String run(String... argv) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        command.addAll(List.of(argv));
        CommandResult finished = new CommandRunner().run(new Invocation(command, System.getenv(), root, PATIENCE));
        assertThat(finished.ok())
                .as(() -> String.join(" ", argv) + ": " + finished.describe() + finished.stderr())
                .isTrue();
        return finished.stdout();
    }

    /** How a program is started, by the name of its source. */
    List<String> argv(String program, List<String> arguments) {
        List<String> argv = new ArrayList<>();
        if (program.endsWith(".py")) {
            argv.add(python);
        }
        argv.add(folder.resolve(program.endsWith(".c") ? program.substring(0, program.length() - 2) : program)
                .toString());
        for (String argument : arguments) {
            argv.add(argument.replace(VICTIM_FOLDER, root.resolve("victims").toString())
                    .replace(VICTIM, root.resolve("victim").toString()));
        }
        return argv;
    }
}
