package dev.assay.run;

import java.util.List;
import java.util.regex.Pattern;

/** The lines in which a program reports the time of its own work, one each time it has done it. */
final class KernelTime {
    private static final Pattern LINE = Pattern.compile("^kernel_ns=([0-9]{1,18})$", Pattern.MULTILINE);

    private KernelTime() {}

    /**
     * The nanoseconds of such lines of a standard error, in their order.
     *
     * @param wanted how many there should be: with more of them nobody knows which are true, so of more only one more is read
     */
    static List<Long> in(String stderr, int wanted) {
        return LINE.matcher(stderr)
                .results()
                .limit(wanted + 1L)
                .map(line -> Long.parseLong(line.group(1)))
                .toList();
    }
}
