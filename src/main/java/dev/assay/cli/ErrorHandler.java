package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.model.AssayException;
import dev.assay.model.NativeText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what is thrown. Expected failures are told in words, with the code of their kind; all else is a fault of Assay itself, an
 * {@link Error} too, on whatever thread, and ends with a code of its own: Java's is 1, which means that a gate was met.
 */
final class ErrorHandler {
    /** The system's words for what it has no more of, and what to do. */
    private static final Map<String, String> REFUSALS = Map.of(
            "Too many open files", "Raise the limit: ulimit -n 4096.",
            "Too many open files in system", "Close programs that hold many files open.",
            "No space left on device", "Free some space there.",
            "Disk quota exceeded", "Free some space there.",
            "File too large", "Allow larger files: ulimit -f unlimited.",
            "Read-only file system", "Use a writable folder.",
            "Input/output error", "The disk may be failing: check dmesg.");

    private ErrorHandler() {}

    /** Does the process's work and gives its exit code, whatever is thrown by it or meanwhile. */
    static int guarded(Console console, IntSupplier work) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            report(console, fault);
            // others may wait for this thread, and a shutdown for them
            Runtime.getRuntime().halt(ExitCode.INTERNAL.code());
        });
        return codeOf(console, work);
    }

    /** The exit code of some work, or of what it has thrown. */
    static int codeOf(Console console, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Throwable thrown) {
            return report(console, thrown);
        }
    }

    /** Says what was thrown, and gives its exit code. */
    static int report(Console console, Throwable thrown) {
        try {
            console.warn("assay: " + inWords(thrown));
        } catch (Throwable again) {
            // there may be no memory left for words; the code says enough
            return ExitCode.INTERNAL.code();
        }
        if (thrown instanceof AssayException expected) {
            return ExitCode.of(expected).code();
        }
        return unusablePath(thrown) == null && refusal(thrown) == null
                ? ExitCode.INTERNAL.code()
                : ExitCode.USAGE.code();
    }

    /** What the system had no more of, wherever that was noticed; null where nothing like that is among the causes. */
    private static @Nullable String refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException refused) {
                String words = String.valueOf(refused.getMessage());
                for (Map.Entry<String, String> known : REFUSALS.entrySet()) {
                    if (words.endsWith(known.getKey())) {
                        return "Cannot access a file: " + words + ". " + known.getValue();
                    }
                }
            }
        }
        return null;
    }

    /** Java itself fails in strange ways where it cannot name the current folder. */
    private static @Nullable InvalidPathException unusablePath(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof InvalidPathException)) {
            cause = cause.getCause();
        }
        return (InvalidPathException) cause;
    }

    private static String inWords(Throwable thrown) {
        if (thrown instanceof AssayException expected) {
            return expected.getMessage();
        }
        InvalidPathException path = unusablePath(thrown);
        if (path != null) {
            return NativeText.unusable(path);
        }
        String refused = refusal(thrown);
        String kept = " Results so far are in the run's journal.jsonl; --resume continues the run.";
        if (refused != null) {
            return refused + kept;
        }
        if (thrown instanceof OutOfMemoryError) {
            return "Java ran out of memory (" + thrown.getMessage()
                    + "). Give it more: java -Xmx2g -jar .., or MAVEN_OPTS=-Xmx2g with Maven." + kept;
        }
        return "a bug in Assay: " + thrown + " at "
                + Arrays.stream(thrown.getStackTrace())
                        .limit(5)
                        .map(StackTraceElement::toString)
                        .toList()
                + "." + kept + " Please report this line.";
    }
}
