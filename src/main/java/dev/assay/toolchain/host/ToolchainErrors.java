package dev.assay.toolchain.host;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandResult;
import dev.assay.process.ShellWords;
import dev.assay.text.Truncation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the messages about tools that are missing, too old or failing: what, where, and what to do. */
public final class ToolchainErrors {
    private static final int LAST_LINES = 15;
    private static final int LONGEST_LINE = 300;

    private ToolchainErrors() {}

    /**
     * What is said of a tool in every message.
     *
     * @param name the tool, such as {@code Rust (cargo and rustc)}
     * @param neededBy what needs it
     * @param install how to get it, a line a system
     * @param packages what Debian and Ubuntu install for it
     * @param otherwise how to take another one, or to go on without it
     */
    public record Tool(String name, String neededBy, List<String> install, List<String> packages, String otherwise) {
        public Tool {
            install = List.copyOf(install);
            packages = List.copyOf(packages);
        }
    }

    /** A tool that is not there, or not as it should be. */
    public static ToolchainFailure unfit(Tool tool, String problem) {
        return new ToolchainFailure(
                problem + "\n" + tool.neededBy() + " To get it:\n  " + String.join("\n  ", tool.install()) + "\n"
                        + tool.otherwise(),
                tool.packages());
    }

    /** Several tools that are missing or unfit, in one message with the one command that brings all of them. */
    public static ToolchainFailure together(List<ToolchainFailure> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        List<String> packages =
                failures.stream().flatMap(each -> each.packages().stream()).toList();
        return new ToolchainFailure(
                failures.size() + " tools are missing or cannot be used.\n\n"
                        + failures.stream().map(ToolchainFailure::getMessage).collect(Collectors.joining("\n\n"))
                        + (failures.stream().allMatch(each -> !each.packages().isEmpty())
                                ? "\n\nAll of them, on Debian and Ubuntu:  " + install(packages)
                                : ""),
                packages);
    }

    /** What is said of a missing Rust where the meter is there already. */
    public static ToolchainFailure withoutRust(ToolchainFailure failure) {
        return new ToolchainFailure(
                failure.getMessage() + "\nUse -Druntimes=python,c to measure without it: the meter is already built.",
                failure.packages());
    }

    /** What is said of a missing Rust where only the meter needs it. */
    public static ToolchainFailure forTheMeter(ToolchainFailure failure) {
        return new ToolchainFailure(
                "The meter must be built first, which needs Rust. " + failure.getMessage(), failure.packages());
    }

    /** The command that brings packages of Debian and Ubuntu. */
    public static String install(List<String> packages) {
        return "sudo apt install " + String.join(" ", packages);
    }

    /** A tool that was looked for in vain. */
    public static ToolchainFailure missing(Tool tool, String names, SearchPath searched) {
        return unfit(tool, tool.name() + " was not found: no " + names + " in " + searched + ".");
    }

    /** A tool that the user named and that is not there. */
    public static ToolchainFailure missing(Tool tool, String named, String by, SearchPath searched) {
        if (Files.isDirectory(Path.of(named))) {
            return unfit(
                    tool,
                    tool.name() + " was not found: " + named + " (from " + by
                            + ") is a folder. Give the program in it.");
        }
        return named.contains("/")
                ? unfit(tool, tool.name() + " was not found: no program " + named + " (from " + by + ").")
                : missing(tool, named + " (from " + by + ")", searched);
    }

    /** A tool that was found and does not work. */
    public static ToolchainFailure failing(Tool tool, List<String> argv, CommandResult finished) {
        return unfit(
                tool,
                tool.name() + " was found, but does not work: the command " + finished.describe() + ".\n  "
                        + ShellWords.join(argv) + lastLines(finished));
    }

    /** A build that failed; that is a matter of the program, so nothing is said of installing. */
    public static ToolchainFailure build(String what, String command, CommandResult finished) {
        return new ToolchainFailure("Building " + what + " failed: the command " + finished.describe() + ".\n  "
                + command + lastLines(finished) + aboutPercent(finished));
    }

    /** lld takes each % in the name of its output for a place where digits go, and looks for a folder of another name. */
    private static String aboutPercent(CommandResult finished) {
        boolean lost = (finished.stdout() + "\n" + finished.stderr())
                .lines()
                .anyMatch(line -> line.contains("cannot open output file") && line.contains("%"));
        return lost
                ? "\nThe linker, lld, cannot write to a folder with % in its path: move Assay to another folder."
                : "";
    }

    /** The last line that a tool wrote, or how it ended. */
    public static String lastWords(CommandResult finished) {
        return (finished.stdout() + "\n" + finished.stderr())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("[notice]"))
                .reduce((first, second) -> second)
                .map(line -> Truncation.start(line, LONGEST_LINE))
                .orElse("it " + finished.describe());
    }

    private static String lastLines(CommandResult finished) {
        List<String> lines = (finished.stdout() + "\n" + finished.stderr())
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Truncation.start(line, LONGEST_LINE))
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return last.isEmpty() ? "" : "\n  | " + String.join("\n  | ", last);
    }
}
