package dev.assay.run;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line in which a program reports the time of its own work. */
final class KernelTime {
    private static final Pattern LINE = Pattern.compile("^kernel_ns=([0-9]{1,18})$", Pattern.MULTILINE);

    private KernelTime() {}

    /** The nanoseconds of such a line of a standard error; null when there is none, and when there are several: which would be true? */
    static @Nullable Long in(String stderr) {
        List<MatchResult> lines = LINE.matcher(stderr).results().limit(2).toList();
        return lines.size() == 1 ? (Long) Long.parseLong(lines.get(0).group(1)) : null;
    }
}
