package dev.assay.run;

import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.StepTimes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines in which a program reports times of its own on its standard error, one a line: {@code work_ns=8654695}. Programs that were written
 * for earlier versions of Assay call that time {@code kernel_ns}; it is the same time, so who writes both writes two.
 */
final class SelfReportedTimes {
    private static final String WORK_NAME = "work_ns";
    private static final String FORMER_NAME = "kernel_ns";
    private static final Set<String> NAMES = Set.of(
            WORK_NAME,
            FORMER_NAME,
            "step_median_ns",
            "step_tail_ns",
            "first_answer_ns",
            "latency_p50_ns",
            "latency_p99_ns",
            "latency_p999_ns",
            "cpu_per_request_ns",
            "idle_peak_bytes",
            "loaded_peak_bytes",
            "shared_cpu");

    /** Longer than any of them with its figure. */
    private static final int LONGEST_LINE = 64;

    private static final Pattern WORK = line("(?:" + WORK_NAME + "|" + FORMER_NAME + ")");
    private static final Pattern STEP_MEDIAN = line("step_median_ns");
    private static final Pattern STEP_TAIL = line("step_tail_ns");

    private SelfReportedTimes() {}

    /**
     * Those lines of a standard error that may tell times, in their order: of each kind no more than show that there are too many.
     *
     * @param wanted how many times of its work there should be
     */
    static String lines(InputStream stderr, int wanted) throws IOException {
        StringBuilder lines = new StringBuilder();
        Map<String, Integer> counts = new HashMap<>();
        StringBuilder line = new StringBuilder();
        InputStream buffered = new BufferedInputStream(stderr);
        int each = 0;
        while (each >= 0) {
            each = buffered.read();
            if (each >= 0 && each != '\n' && each != '\r') {
                line.append(line.length() < LONGEST_LINE ? (char) each : "");
                continue;
            }
            int equals = line.indexOf("=");
            String name = equals < 0 ? "" : line.substring(0, equals);
            if (NAMES.contains(name)
                    && line.length() < LONGEST_LINE
                    && counts.merge(name.equals(FORMER_NAME) ? WORK_NAME : name, 1, Integer::sum) <= wanted + 1) {
                lines.append(line).append('\n');
            }
            line.setLength(0);
        }
        return lines.toString();
    }

    /**
     * The nanoseconds of its work, a line each time it has done it, in their order.
     *
     * @param wanted how many there should be: of more nobody knows which are true, so then only one more is read
     */
    static List<Long> work(String stderr, int wanted) {
        return times(WORK, stderr, wanted);
    }

    /** What it says of its steps; null when it does not say both times, each once, or says what cannot be. */
    static @Nullable StepTimes steps(String stderr) {
        Long medianNs = only(STEP_MEDIAN, stderr);
        Long tailNs = only(STEP_TAIL, stderr);
        if (medianNs == null || tailNs == null || medianNs < 1 || tailNs < medianNs) {
            return null;
        }
        return new StepTimes(medianNs, tailNs);
    }

    /** What the client says of a server; null when it does not say all that is always known, each once. */
    static @Nullable ServiceFigures service(String stderr) {
        Long firstAnswer = only(line("first_answer_ns"), stderr);
        Long median = only(line("latency_p50_ns"), stderr);
        Long tail = only(line("latency_p99_ns"), stderr);
        Long cpu = only(line("cpu_per_request_ns"), stderr);
        Long idle = only(line("idle_peak_bytes"), stderr);
        Long loaded = only(line("loaded_peak_bytes"), stderr);
        Long shared = only(line("shared_cpu"), stderr);
        return firstAnswer == null
                        || median == null
                        || tail == null
                        || cpu == null
                        || idle == null
                        || loaded == null
                        || shared == null
                ? null
                : new ServiceFigures(
                        firstAnswer,
                        median,
                        tail,
                        only(line("latency_p999_ns"), stderr),
                        cpu,
                        idle,
                        loaded,
                        shared == 1);
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
