package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.Arguments;
import dev.assay.process.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the messages about tools that are missing, too old or failing: what, where, and what to do. */
final class Advice {
    private static final int LAST_LINES = 15;
    private static final int LONGEST_LINE = 300;

    private Advice() {}

    /**
     * What is said of a tool in every message.
     *
     * @param name the tool, such as {@code Rust (cargo and rustc)}
     * @param neededBy what needs it
     * @param install how to get it, a line a system
     * @param without how to go on without it
     */
    record Tool(String name, String neededBy, List<String> install, String without) {
        Tool {
            install = List.copyOf(install);
        }
    }

    static final Tool RUST = new Tool(
            "Rust (cargo and rustc " + RustFinder.OLDEST + " or newer)",
            "The Rust programs and the meter need it.",
            List.of(
                    "Debian, Ubuntu:  sudo apt install rustup && rustup default stable   (Debian 12 and older have no"
                            + " rustup, and rustc 1.63: take it from https://rustup.rs)",
                    "macOS:           brew install rustup && rustup default stable"),
            "-Druntimes=python,c measures without it, if the meter is already built.");

    static final Tool PYTHON = new Tool(
            "CPython (" + PythonFinder.OLDEST + " or newer)",
            "The Python programs need it.",
            List.of("Debian, Ubuntu:  sudo apt install python3", "macOS:           brew install python3"),
            "-Dpython=/path/to/python3 names another one; -Druntimes=rust,c measures without it.");

    static final Tool C = new Tool(
            "A C compiler (cc, gcc or clang)",
            "The C programs, the reference for both runtimes, need it, and Rust links with it.",
            List.of("Debian, Ubuntu:  sudo apt install gcc libc6-dev", "macOS:           xcode-select --install"),
            "CC=/path/to/compiler names another one; -Druntimes=rust,python measures without it.");

    /** A tool that is not there, or not as it should be. */
    static ToolchainFailure unfit(Tool tool, String problem) {
        return new ToolchainFailure(problem + "\n" + tool.neededBy() + " To get it:\n  "
                + String.join("\n  ", tool.install()) + "\n" + tool.without());
    }

    /** A tool that was looked for in vain. */
    static ToolchainFailure missing(Tool tool, String names, SearchPath searched) {
        return unfit(tool, tool.name() + " was not found: there is no " + names + " in " + searched + ".");
    }

    /** A tool that the user named and that is not there. */
    static ToolchainFailure missing(Tool tool, String named, String by, SearchPath searched) {
        if (Files.isDirectory(Path.of(named))) {
            return unfit(
                    tool,
                    tool.name() + " was not found: " + named + " (named by " + by
                            + ") is a folder. Name the program in it.");
        }
        return named.contains("/")
                ? unfit(tool, tool.name() + " was not found: there is no program " + named + " (named by " + by + ").")
                : missing(tool, named + " (named by " + by + ")", searched);
    }

    /** A tool that was found and does not work. */
    static ToolchainFailure failing(Tool tool, List<String> argv, Finished finished) {
        return unfit(
                tool,
                tool.name() + " was found, but does not work: the command " + finished.describe() + ".\n  "
                        + Arguments.join(argv) + lastLines(finished));
    }

    /** A build that failed; that is a matter of the program, so nothing is said of installing. */
    static ToolchainFailure build(String what, String command, Finished finished) {
        return new ToolchainFailure("Building " + what + " failed: the command " + finished.describe() + ".\n  "
                + command + lastLines(finished));
    }

    /** The last line that a tool wrote, or how it ended. */
    static String lastWords(Finished finished) {
        return (finished.stdout() + "\n" + finished.stderr())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("[notice]"))
                .reduce((first, second) -> second)
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...")
                .orElse("it " + finished.describe());
    }

    private static String lastLines(Finished finished) {
        List<String> lines = (finished.stdout() + "\n" + finished.stderr())
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...")
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return last.isEmpty() ? "" : "\n  | " + String.join("\n  | ", last);
    }
}
