package dev.assay.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line in which a program reports the time of its own work. */
final class KernelTime {
    private static final Pattern LINE = Pattern.compile("^kernel_ns=([0-9]{1,18})$", Pattern.MULTILINE);

    private KernelTime() {}

    /** The nanoseconds of the first such line of a standard error; null when there is none. */
    static @Nullable Long in(String stderr) {
        Matcher matcher = LINE.matcher(stderr);
        return matcher.find() ? (Long) Long.parseLong(matcher.group(1)) : null;
    }
}
