package dev.assay.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The soft limit of open files that this process was started with. The JVM has raised it to the hard limit, and the system keeps no earlier
 * one; but a shell gives its programs the limits that it has itself.
 *
 * @param soft the soft limit
 * @param hard the hard limit
 */
record OpenFiles(long soft, long hard) {
    private static final Pattern LINE = Pattern.compile("(?m)^Max open files +(\\d+|unlimited) +(\\d+|unlimited)");

    /** What a system gives its users. */
    private static final long USUAL = 1024;

    /** As far as it can be told. */
    static long given() {
        return given(
                of("self"),
                ProcessHandle.current()
                        .parent()
                        .map(parent -> of(Long.toString(parent.pid())))
                        .orElse(null));
    }

    /**
     * The same from what is seen.
     *
     * @param own this process's limits as they are
     * @param parents those of the process that started it; null where that may not be looked at
     */
    static long given(@Nullable OpenFiles own, @Nullable OpenFiles parents) {
        if (own == null) {
            return USUAL;
        }
        if (own.soft < own.hard) {
            return own.soft;
        }
        if (parents == null) {
            return Math.min(USUAL, own.hard);
        }
        // a shell's ulimit sets both, for what it starts afterwards; a parent with another hard limit is not that shell
        return parents.hard == own.hard ? parents.soft : own.hard;
    }

    /** Those of a process (proc_pid_limits(5)); null where they cannot be read. */
    private static @Nullable OpenFiles of(String process) {
        try {
            return parse(Files.readString(Path.of("/proc", process, "limits"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return null;
        }
    }

    static @Nullable OpenFiles parse(String limits) {
        Matcher line = LINE.matcher(limits);
        return line.find() ? new OpenFiles(number(line.group(1)), number(line.group(2))) : null;
    }

    private static long number(String limit) {
        return limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit);
    }
}
