package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.meter.MeterRecord;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Peaks of memory as the meter reads them, beside what a program reads of itself at its peak from {@code smaps_rollup}: 20 runs for each way
 * of using memory and each size. The tree of four children at a barrier stands beside the sum of what they and their parent hold.
 */
public final class MemoryAccuracy {
    private static final int RUNS = 20;
    private static final double KIB = 1024;
    private static final Path PROGRAMS = Path.of("src/main/rust/tests/programs");
    private static final List<String> WAYS = List.of("main keep", "child keep", "thread keep", "main free");
    private static final List<Integer> SIZES = List.of(1, 8, 64, 256, 1024);
    private static final int CHILDREN = 4;

    private final OneProcess process;
    private final Path touch;
    private final Path barrier;

    private MemoryAccuracy(OneProcess process, Path touch, Path barrier) {
        this.process = process;
        this.touch = touch;
        this.barrier = barrier;
    }

    /** Prints the table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-memory");
        Path touch = Tool.compiled(scratch, PROGRAMS.resolve("touch.c"), "-pthread", "-D_GNU_SOURCE");
        Path barrier = Tool.compiled(scratch, PROGRAMS.resolve("barrier.c"), "-D_GNU_SOURCE");
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            OneProcess process = new OneProcess(meter, scratch);
            print("heap of the JVM up to %d MiB", Runtime.getRuntime().maxMemory() >> 20);
            new MemoryAccuracy(process, touch, barrier).table();
            nothing(process);
        }
    }

    private void table() throws IOException {
        print("%-12s %6s  %28s  %s", "way", "MiB", "read - own, KiB: median", "least .. most (quantum)");
        for (String way : WAYS) {
            for (int size : SIZES) {
                row(way, size);
            }
        }
        print("%-12s %6s  %12s  %12s  %12s", "family", "MiB", "low / own", "high / own", "low / high");
        for (int size : SIZES.subList(1, SIZES.size())) {
            family(size);
        }
    }

    private void row(String way, int size) throws IOException {
        double[] errors = new double[RUNS];
        double quantum = 0;
        for (int run = 0; run < RUNS; run++) {
            ProcessMeasurements figures = touched(way, size);
            errors[run] = Objects.requireNonNull(figures.memory().peakBytes()) / KIB - own();
            Long stated = figures.memory().peakQuantumBytes();
            quantum = Math.max(quantum, stated == null ? Double.NaN : stated / KIB);
        }
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        print(
                "%-12s %6d  %28.0f  %.0f .. %.0f (%.0f)",
                way, size, Quantiles.median(errors), sorted[0], sorted[RUNS - 1], quantum);
    }

    private void family(int size) throws IOException {
        double[] low = new double[RUNS];
        double[] high = new double[RUNS];
        double[] ratio = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ProcessMeasurements figures = together(size / CHILDREN);
            double own = own();
            low[run] = Objects.requireNonNull(figures.memory().treePeakLowBytes()) / KIB / own;
            high[run] = Objects.requireNonNull(figures.memory().treePeakHighBytes()) / KIB / own;
            ratio[run] = low[run] / high[run];
        }
        print(
                "%-12s %6d  %12.4f  %12.4f  %12.4f",
                "", size, Quantiles.median(low), Quantiles.median(high), Quantiles.median(ratio));
    }

    private static void nothing(OneProcess process) {
        double[] peaks = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            MeterRecord reading = process.measure(
                    SamplingMode.MEMORY, List.of(Built.program("noop").toString()));
            peaks[run] = Objects.requireNonNull(reading.figures().memory().peakBytes()) / KIB;
        }
        print("a static program that does nothing: %.0f KiB", Quantiles.median(peaks));
    }

    private ProcessMeasurements touched(String way, int size) {
        List<String> words = List.of(way.split(" ", 2));
        return figures(List.of(touch.toString(), words.get(0), Integer.toString(size), words.get(1)));
    }

    private ProcessMeasurements together(int size) {
        return figures(List.of(barrier.toString(), Integer.toString(CHILDREN), Integer.toString(size)));
    }

    private ProcessMeasurements figures(List<String> argv) {
        return process.measure(SamplingMode.MEMORY, argv).figures();
    }

    /** What the program said, in KiB. */
    private double own() throws IOException {
        return process.printed().stream().mapToDouble(Double::parseDouble).sum();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
