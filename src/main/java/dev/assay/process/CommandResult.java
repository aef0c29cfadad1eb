package dev.assay.process;

import org.jspecify.annotations.Nullable;

/**
 * How a command ended and what it said.
 *
 * @param outcome the kind of end
 * @param exitCode the program's exit code, 128 + n when signal n ended it; null unless it ended by itself
 * @param stdout its standard output, read as UTF-8; of a long output only the end is kept
 * @param stderr its standard error, likewise
 * @param truncated whether the beginning of either is missing
 * @param problem the system's words for a program that could not be started; null otherwise
 */
public record CommandResult(
        Outcome outcome,
        @Nullable Integer exitCode,
        String stdout,
        String stderr,
        boolean truncated,
        @Nullable String problem) {

    /** Kinds of end. */
    public enum Outcome {
        /** It ended by itself. */
        EXITED,
        /** It was killed at the time limit. */
        TIMED_OUT,
        /** It was killed because the calling thread was interrupted; the thread stays so. */
        INTERRUPTED,
        /** It never started: no such program, no right to run it, no such directory. */
        NOT_STARTED
    }

    /** What came of a command that ended by itself. */
    public static CommandResult exited(int exitCode, String stdout, String stderr) {
        return new CommandResult(Outcome.EXITED, exitCode, stdout, stderr, false, null);
    }

    /** What came of a command that could not be started. */
    public static CommandResult notStarted(String problem) {
        return new CommandResult(Outcome.NOT_STARTED, null, "", "", false, problem);
    }

    /** Whether the program ended by itself with code 0. */
    public boolean ok() {
        return exitCode != null && exitCode == 0;
    }

    /** The end in words, for messages. */
    public String describe() {
        return switch (outcome) {
            case EXITED -> "exited with code " + exitCode;
            case TIMED_OUT -> "did not end in time and was killed";
            case INTERRUPTED -> "was interrupted and killed";
            case NOT_STARTED -> "could not be started: " + problem;
        };
    }
}
