package dev.assay.model.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param reason the kind of end
 * @param code the exit code, or the error number of a launch that failed
 * @param signal the signal that ended it
 * @param limit the limit that it went past: milliseconds, bytes or processes
 * @param message the system's words for a launch that failed, or why it ended a program; null when there are none
 */
public record Exit(
        Reason reason,
        @Nullable Integer code,
        @Nullable Integer signal,
        @Nullable Long limit,
        @Nullable String message) {

    /** Whether the program ended by itself with code 0. */
    public boolean ok() {
        return reason == Reason.EXITED && code != null && code == 0;
    }

    /** The end in words, for messages. */
    public String describe() {
        return switch (reason) {
            case EXITED -> "exited with code " + code + words();
            case SIGNALED -> "was killed by signal " + signal + words();
            case TIMEOUT -> "did not end within " + limit + " ms and was killed";
            case OUTPUT_LIMIT -> "wrote more than " + limit + " bytes and was killed";
            case CPU_LIMIT -> "used more than " + limit + " ms of CPU time and was killed";
            case MEMORY_LIMIT -> "used more than " + limit + " bytes of memory and was killed";
            case PROCESS_LIMIT -> "had more than " + limit + " processes at once and was killed";
            case LAUNCH_FAILED -> "could not be started: " + message;
        };
    }

    private String words() {
        return message == null ? "" : ": " + message;
    }

    /** Kinds of end. */
    public enum Reason {
        /** It ended by itself. */
        EXITED,
        /** A signal that we did not send. */
        SIGNALED,
        /** It was killed at the time limit. */
        TIMEOUT,
        /** It was killed because it wrote too much. */
        OUTPUT_LIMIT,
        /** It was killed because it used too much CPU time. */
        CPU_LIMIT,
        /** It was killed because it held too much memory. */
        MEMORY_LIMIT,
        /** It was killed because it had too many processes. */
        PROCESS_LIMIT,
        /** It never started. */
        LAUNCH_FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
