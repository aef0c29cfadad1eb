package dev.assay.run;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Exit;
import dev.assay.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a program says.
 *
 * @param outcome the result; {@code COMPILES} when it ended well
 * @param exception the class of the exception that ended it; null when none did
 * @param message the panic's or exception's words, or the last ones of a program that failed; empty when it ended well
 * @param reason why it came to no outcome; null when it did
 */
record ProbeExit(
        ProbeOutcome outcome,
        @Nullable String exception,
        String message,
        @Nullable String reason) {
    /** The exit code of a Rust program that panicked (The Rust Standard Library, {@code std::process}). */
    private static final int PANICKED = 101;

    /** The exit code of a Python program that an exception ended. */
    private static final int RAISED = 1;

    private static final int MOST_LINES = 12;
    private static final int MOST_LETTERS = 1500;

    private static final Pattern PANIC = Pattern.compile("(?m)^thread '.*' (\\(\\d+\\) )?panicked at ");
    private static final Pattern NOTE = Pattern.compile("(?m)^note: run with ");
    private static final Pattern FRAMES =
            Pattern.compile("(?m)^(Traceback \\(most recent call last\\):| {2}File \".*)$");
    private static final Pattern EXCEPTION = Pattern.compile("([A-Za-z_][\\w.]*)(: .*)?");

    /** Reads the end of a program whose standard error is at hand. */
    static ProbeExit of(Runtime runtime, Exit exit, String stderr) {
        if (exit.ok()) {
            return new ProbeExit(ProbeOutcome.COMPILES, null, "", null);
        }
        ProbeExit known =
                runtime == Runtime.RUST ? panic(exit, stderr) : runtime.python() ? exception(exit, stderr) : null;
        return known == null ? failure(exit, stderr) : known;
    }

    private static @Nullable ProbeExit panic(Exit exit, String stderr) {
        Matcher panic = PANIC.matcher(stderr);
        if (!exited(exit, PANICKED) || !panic.find()) {
            return null;
        }
        Matcher note = NOTE.matcher(stderr);
        int end = note.find(panic.start()) ? note.start() : stderr.length();
        return new ProbeExit(ProbeOutcome.PANICS, null, lines(stderr.substring(panic.start(), end)), null);
    }

    /** The exception stands behind the last frame of the last traceback, not indented; its message may have more lines. */
    private static @Nullable ProbeExit exception(Exit exit, String stderr) {
        if (!exited(exit, RAISED)) {
            return null;
        }
        int frames = -1;
        Matcher frame = FRAMES.matcher(stderr);
        while (frame.find()) {
            frames = frame.end();
        }
        if (frames < 0) {
            return null;
        }
        String behind = stderr.substring(frames);
        List<String> rest =
                behind.lines().skip(1).dropWhile(line -> line.startsWith(" ")).toList();
        Matcher named = EXCEPTION.matcher(rest.isEmpty() ? "" : rest.get(0));
        return named.matches()
                ? new ProbeExit(ProbeOutcome.RAISES, named.group(1), lines(String.join("\n", rest)), null)
                : null;
    }

    private static boolean exited(Exit exit, int code) {
        return exit.reason() == Exit.Reason.EXITED && exit.code() != null && exit.code() == code;
    }

    private static ProbeExit failure(Exit exit, String stderr) {
        ProbeOutcome outcome = switch (exit.reason()) {
            case EXITED -> ProbeOutcome.FAILED;
            case SIGNALED -> ProbeOutcome.CRASHED;
            case TIMEOUT -> ProbeOutcome.TIMED_OUT;
            case OUTPUT_LIMIT, CPU_LIMIT, MEMORY_LIMIT, PROCESS_LIMIT -> ProbeOutcome.OVER_LIMIT;
            case LAUNCH_FAILED -> ProbeOutcome.NOT_RUN;
        };
        return missed(outcome, "the program " + exit.describe(), stderr);
    }

    /** A program that came to no outcome. */
    static ProbeExit missed(ProbeOutcome outcome, String reason, String stderr) {
        return new ProbeExit(outcome, null, lines(stderr), PrintableText.start(reason, MOST_LETTERS));
    }

    /** The same, with the words of a program. */
    ProbeExit saying(String output) {
        return new ProbeExit(outcome, exception, lines(output), reason);
    }

    private static String lines(String text) {
        List<String> shown = new ArrayList<>();
        text.strip()
                .lines()
                .limit(MOST_LINES)
                .forEach(line -> shown.add(PrintableText.start(line, MOST_LETTERS / MOST_LINES)));
        return String.join("\n", shown);
    }
}
