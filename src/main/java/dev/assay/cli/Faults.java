package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.model.AssayException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what is thrown. Expected failures are told in words, with the code of their kind; all else is a fault of Assay itself, an
 * {@link Error} too, on whatever thread, and ends with a code of its own: Java's is 1, which means that a gate was met.
 */
final class Faults {
    private Faults() {}

    /** Does the process's work and gives its exit code, whatever is thrown by it or meanwhile. */
    static int guarded(Console console, IntSupplier work) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            told(console, fault);
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
            return told(console, thrown);
        }
    }

    /** Says what was thrown, and gives its exit code. */
    static int told(Console console, Throwable thrown) {
        try {
            console.warn("assay: " + inWords(thrown));
        } catch (Throwable again) {
            // there may be no memory left for words; the code says enough
            return ExitCode.INTERNAL.code();
        }
        if (thrown instanceof AssayException expected) {
            return ExitCode.of(expected).code();
        }
        return unusablePath(thrown) == null ? ExitCode.INTERNAL.code() : ExitCode.USAGE.code();
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
            return UsageErrors.unusable(path);
        }
        String kept = " What was measured is kept in the run's journal.jsonl, and --resume goes on with it.";
        if (thrown instanceof OutOfMemoryError) {
            return "Java has no memory left (" + thrown.getMessage() + "). Give it more, with java -Xmx2g -jar .., or"
                    + " MAVEN_OPTS=-Xmx2g with Maven." + kept;
        }
        return "a fault in Assay itself: " + thrown + " at "
                + Arrays.stream(thrown.getStackTrace())
                        .limit(5)
                        .map(StackTraceElement::toString)
                        .toList()
                + "." + kept + " Please report this line.";
    }
}
