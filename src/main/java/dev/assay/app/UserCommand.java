package dev.assay.app;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.NativeText;
import dev.assay.model.Warning;
import dev.assay.process.ShellWords;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A command as a user typed it, made ready to start without a shell.
 *
 * @param argv the program, as an absolute path, and its arguments
 */
record UserCommand(List<String> argv) {
    /** Settings that change how a program runs, and that a shell may have since long ago. */
    private static final Map<String, String> TELLING = new TreeMap<>(Map.of(
            "PYTHONUNBUFFERED", "makes printing in Python several times slower",
            "PYTHONDONTWRITEBYTECODE", "makes Python recompile its imports at every start",
            "PYTHONHASHSEED", "fixes the order of Python's sets, which is otherwise random in each block",
            "RUST_BACKTRACE", "makes panics of Rust programs slower",
            "LD_PRELOAD", "loads a library into every program"));

    /** As a shell sets a variable for one command. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);

    /**
     * Splits a command and finds its program.
     *
     * @param directory where it runs, from which a relative path of the program counts
     * @throws Usage if the text is not a command or there is no such program
     */
    static UserCommand parse(String option, String text, Path directory, Map<String, String> environment) {
        List<String> argv = new ArrayList<>(ShellWords.split(text));
        if (argv.isEmpty()) {
            throw new Usage(option + " is empty. Give a command, such as " + option + " 'python3 app.py 10'.");
        }
        Path program = program(option, argv.get(0), directory, environment.getOrDefault("PATH", ""));
        argv.set(0, NativeText.of(program.toString()));
        return new UserCommand(List.copyOf(argv));
    }

    /** What of the environment that such commands see should be known, of whatever value: they see all of it. */
    static List<Warning> notices(Map<String, String> environment) {
        List<String> set = TELLING.keySet().stream()
                .filter(environment::containsKey)
                .map(name -> name + ", which " + TELLING.get(name))
                .toList();
        return set.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "environment",
                        "both commands get your whole environment, and it sets " + String.join("; ", set),
                        "If you do not want that, start Assay with env -u NAME."));
    }

    /** The same with another program. */
    UserCommand startedBy(String program) {
        List<String> other = new ArrayList<>(argv);
        other.set(0, program);
        return new UserCommand(List.copyOf(other));
    }

    /** Looks for a program as a shell in the folder would. */
    private static Path program(String option, String name, Path directory, String path) {
        List<Path> places = new ArrayList<>();
        if (name.contains("/")) {
            places.add(directory);
        } else if (!path.isEmpty()) {
            for (String entry : path.split(File.pathSeparator, -1)) {
                places.add(directory.resolve(usable(option, entry)));
            }
        }
        Path relative = usable(option, name);
        return places.stream()
                .map(place -> place.resolve(relative))
                .filter(UserCommand::executable)
                .findFirst()
                .orElseThrow(() -> missing(option, name, directory.resolve(relative), path));
    }

    private static Usage missing(String option, String name, Path file, String path) {
        if (VARIABLE.matcher(name).matches()) {
            return new Usage(option + " begins with " + name
                    + ", which only a shell understands. Put env before it: " + option + " 'env " + name
                    + " COMMAND', or set the variable for both commands before you start Assay.");
        }
        if (name.startsWith("~")) {
            return new Usage(option + ": only a shell expands ~. Write out the full path instead of " + name + ".");
        }
        if (name.contains("/")) {
            return new Usage(option + ": no executable file " + file + ". Is it built and executable?");
        }
        return new Usage(option + ": no program '" + name + "' on the PATH (" + path + "). Give its path, such as ./"
                + name + ", or install it.");
    }

    private static boolean executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static Path usable(String option, String path) {
        try {
            return NativeText.path(path);
        } catch (InvalidPathException e) {
            throw new Usage(option + ": " + NativeText.unusable(e));
        }
    }
}
