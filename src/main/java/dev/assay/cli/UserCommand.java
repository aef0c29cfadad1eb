package dev.assay.cli;

import dev.assay.model.AssayException.Usage;
import dev.assay.process.Arguments;
import dev.assay.toolchain.SearchPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command as a user typed it, made ready to start without a shell.
 *
 * @param argv the program, as an absolute path, and its arguments
 */
record UserCommand(List<String> argv) {
    /** Debugging aids that a shell may have set: unbuffered output alone makes a Python program that prints ten times slower. */
    private static final Set<String> MISLEADING =
            Set.of("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "RUST_BACKTRACE");

    /**
     * Splits a command and finds its program.
     *
     * @param directory where it runs, from which a relative path of the program counts
     * @throws Usage if the text is no command or there is no such program
     */
    static UserCommand parse(String option, String text, Path directory, Map<String, String> environment) {
        List<String> argv = new ArrayList<>(Arguments.split(text));
        if (argv.isEmpty()) {
            throw new Usage(option + " is empty: give a command, such as " + option + " 'python3 app.py 10'.");
        }
        argv.set(
                0,
                program(option, argv.get(0), directory, environment.getOrDefault("PATH", ""))
                        .toString());
        return new UserCommand(List.copyOf(argv));
    }

    /** The environment that such commands see: the user's own, but for what would change what is measured. */
    static Map<String, String> environment(Map<String, String> users) {
        Map<String, String> clean = new TreeMap<>(users);
        clean.keySet().removeAll(MISLEADING);
        return clean;
    }

    /** Whether the program is a version manager's shell script that looks for the real interpreter at every start. */
    boolean isPythonShim() {
        Path program = Path.of(argv.get(0));
        if (!program.getFileName().toString().matches("python[0-9.]*")) {
            return false;
        }
        try (InputStream start = Files.newInputStream(program)) {
            return Arrays.equals(start.readNBytes(2), new byte[] {'#', '!'});
        } catch (IOException e) {
            return false;
        }
    }

    /** The same with another program. */
    UserCommand startedBy(String program) {
        List<String> other = new ArrayList<>(argv);
        other.set(0, program);
        return new UserCommand(List.copyOf(other));
    }

    private static Path program(String option, String name, Path directory, String path) {
        if (name.contains("/")) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
            throw new Usage(option + ": there is no executable file " + file + ". Was it built, and is it executable?");
        }
        Optional<Path> found = SearchPath.parse(path).find(name);
        if (found.isPresent()) {
            return found.get();
        }
        throw new Usage(option + ": there is no program '" + name + "' on the PATH (" + path
                + "). Give its path, such as ./" + name + ", or install it.");
    }
}
