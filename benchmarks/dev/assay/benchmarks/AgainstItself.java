package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A hundred short runs that hold one program against itself: C's n-body, through the meter, in blocks of two processes, and the whole
 * analysis. Prints how many intervals exclude 1 and what the verdicts are; judges nothing. Five of a hundred are to be expected.
 */
public final class AgainstItself {
    private static final int RUNS = 100;
    private static final int BLOCKS = 12;

    /** About ten milliseconds. */
    private static final String SIZE = "75000";

    private AgainstItself() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-itself");
        Path program = Tool.compiled(scratch, Path.of("workloads/numeric/nbody/nbody.c"), "-Wl,--no-as-needed", "-lm");
        List<String> argv = List.of(program.toString(), SIZE);
        List<Comparison> comparisons = new ArrayList<>();
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            OneProcess process = new OneProcess(meter, scratch);
            for (int run = 0; run < RUNS; run++) {
                comparisons.add(run(process, argv, run));
            }
        }
        print(comparisons);
    }

    /** One block is a warm-up; which of the two runs first alternates as in ABBA. */
    private static Comparison run(OneProcess process, List<String> argv, int seed) {
        process.measure(SamplingMode.TIMING, argv);
        process.measure(SamplingMode.TIMING, argv);
        double[] logs = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            double first = logWall(process, argv);
            double second = logWall(process, argv);
            logs[block] = block % 4 == 1 || block % 4 == 2 ? second - first : first - second;
        }
        return new MadeUpRun(seed)
                .pair("numeric/nbody", logs)
                .analyze(List.of())
                .comparisons()
                .get(0);
    }

    private static double logWall(OneProcess process, List<String> argv) {
        return Math.log(Objects.requireNonNull(
                process.measure(SamplingMode.TIMING, argv).figures().wallNs()));
    }

    private static void print(List<Comparison> comparisons) {
        long excluding = comparisons.stream()
                .filter(comparison -> !interval(comparison).contains(1))
                .count();
        line("%d runs of %d blocks, one program against itself", comparisons.size(), BLOCKS);
        line("intervals of 95 %% that exclude 1: %d", excluding);
        printVerdicts(comparisons);
        double[] halfWidths = comparisons.stream()
                .map(AgainstItself::interval)
                .mapToDouble(interval -> Math.expm1((Math.log(interval.high()) - Math.log(interval.low())) / 2))
                .toArray();
        line("median half-width of an interval: %.2f %%", 100 * Quantiles.median(halfWidths));
    }

    /** How many comparisons have each verdict. */
    static void printVerdicts(List<Comparison> comparisons) {
        for (Verdict verdict : Verdict.values()) {
            line(
                    "%-12s %d",
                    verdict,
                    comparisons.stream()
                            .filter(comparison -> comparison.verdict() == verdict)
                            .count());
        }
    }

    private static Interval interval(Comparison comparison) {
        return Objects.requireNonNull(comparison.estimate().at95());
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
