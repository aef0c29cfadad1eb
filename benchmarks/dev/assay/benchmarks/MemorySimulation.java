package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What is said of the memory of two equal programs, whose peaks come in steps and are known to a step. */
final class MemorySimulation {
    private static final String WORKLOAD = "memory/w";
    private static final double TYPICAL = 1e7;
    private static final double PAGE = 4096;
    private static final double MEGABYTE = 1e6;
    private static final List<Integer> SAMPLES = List.of(3, 4, 5, 6, 10, 60);

    private final Draw draw;
    private final int rounds;

    MemorySimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 4);
    }

    /** How peaks vary from process to process. */
    private enum Peaks {
        /** By 2 %, in pages. */
        PAGES("2 % in pages", PAGE),
        /** By 2 %, in steps of 1 MB: of 10 MB nearly always the same. */
        MEGABYTES("2 % in steps of 1 MB", MEGABYTE),
        /** By 10 %, in steps of 1 MB. */
        TIES("10 % in steps of 1 MB", MEGABYTE),
        /** On one of two levels, 20 % apart, known to a page. */
        LEVELS("two levels", PAGE);

        private final String title;
        private final double step;

        Peaks(String title, double step) {
            this.title = title;
            this.step = step;
        }

        double[] draw(UniformRandomProvider random, int number) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double[] bytes = new double[number];
            for (int i = 0; i < number; i++) {
                double share = switch (this) {
                    case PAGES, MEGABYTES -> 0.02 * normal.sample();
                    case TIES -> 0.1 * normal.sample();
                    case LEVELS -> (random.nextBoolean() ? 0.2 : 0) + 0.002 * normal.sample();
                };
                bytes[i] = step * Math.floor(TYPICAL * Math.exp(share) / step);
            }
            return bytes;
        }
    }

    TextTable equal() {
        TextTable table = new TextTable(
                "Memory of equal programs, from samples to the verdict: the interval or range excludes 1 (E), better or worse (V), by samples a"
                        + " side, a quarter of the rounds",
                SAMPLES.stream().flatMap(n -> Stream.of("E " + n, "V " + n)).toList());
        for (Peaks peaks : Peaks.values()) {
            List<String> cells = new ArrayList<>();
            for (int n : SAMPLES) {
                UniformRandomProvider random = draw.random("memory", peaks.name(), n);
                int excluded = 0;
                int told = 0;
                for (int i = 0; i < rounds; i++) {
                    Comparison comparison = compared(peaks.draw(random, n), peaks.draw(random, n), peaks.step);
                    Interval at95 = Objects.requireNonNull(comparison.estimate().at95());
                    excluded += at95.contains(1) ? 0 : 1;
                    told += isTold(comparison) ? 1 : 0;
                }
                cells.add(share(excluded, rounds));
                cells.add(share(told, rounds));
            }
            table.row(peaks.title, cells);
        }
        return table;
    }

    TextTable apart() {
        TextTable table = new TextTable(
                "10.0 against so many MB, each known to a megabyte: better or worse (1) or not (0), by samples a side",
                SAMPLES.stream().map(n -> Integer.toString(n)).toList());
        for (double other : List.of(10.4, 11.0, 13.0)) {
            table.row(
                    other + " MB",
                    SAMPLES.stream()
                            .map(n -> isTold(compared(constant(n, TYPICAL), constant(n, other * MEGABYTE), MEGABYTE))
                                    ? "1"
                                    : "0")
                            .toList());
        }
        return table;
    }

    private static double[] constant(int number, double bytes) {
        double[] all = new double[number];
        Arrays.fill(all, bytes);
        return all;
    }

    private static boolean isTold(Comparison comparison) {
        return comparison.verdict() == Verdict.BETTER || comparison.verdict() == Verdict.WORSE;
    }

    private static Comparison compared(double[] first, double[] second, double quantum) {
        return new MadeUpRun(1)
                .peaks(WORKLOAD, first, second, Math.round(quantum)).analyze(List.of()).comparisons().stream()
                        .filter(comparison -> comparison.metric() == Metric.PEAK)
                        .findFirst()
                        .orElseThrow();
    }
}
