package dev.assay.run;

import dev.assay.model.Steps;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines in which a program reports times of its own on its standard error, one a line: {@code kernel_ns=8654695}. */
final class OwnTimes {
    private static final Pattern KERNEL = line("kernel_ns");
    private static final Pattern STEP_MEDIAN = line("step_median_ns");
    private static final Pattern STEP_TAIL = line("step_tail_ns");

    private OwnTimes() {}

    /**
     * The nanoseconds of its work, a line each time it has done it, in their order.
     *
     * @param wanted how many there should be: of more nobody knows which are true, so then only one more is read
     */
    static List<Long> kernel(String stderr, int wanted) {
        return times(KERNEL, stderr, wanted);
    }

    /** What it says of its steps; null when it does not say both times, each once, or says what cannot be. */
    static @Nullable Steps steps(String stderr) {
        Long medianNs = only(STEP_MEDIAN, stderr);
        Long tailNs = only(STEP_TAIL, stderr);
        if (medianNs == null || tailNs == null || medianNs < 1 || tailNs < medianNs) {
            return null;
        }
        return new Steps(medianNs, tailNs);
    }

    private static Pattern line(String name) {
        return Pattern.compile("^" + name + "=([0-9]{1,18})$", Pattern.MULTILINE);
    }

    private static @Nullable Long only(Pattern line, String stderr) {
        List<Long> times = times(line, stderr, 1);
        return times.size() == 1 ? times.get(0) : null;
    }

    private static List<Long> times(Pattern line, String stderr, int wanted) {
        return line.matcher(stderr)
                .results()
                .limit(wanted + 1L)
                .map(each -> Long.parseLong(each.group(1)))
                .toList();
    }
}
