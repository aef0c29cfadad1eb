package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.HodgesLehmann;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What it costs a program to be followed for its memory: the time from request to record in memory mode beside the same in timing mode, in
 * turns, for a program that does nothing, for processes, for threads and for Python. This is why times never come from memory mode.
 */
public final class MemoryCost {
    private static final int TURNS = 40;
    private static final int MANY = 200;

    private final OneProcess process;

    private MemoryCost(OneProcess process) {
        this.process = process;
    }

    /** Prints the table. The argument is the Python to take. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-memory-cost");
        Path many = Tool.compiled(scratch, Path.of("benchmarks/native/many.c"), "-pthread");
        String python = args.length > 0 ? args[0] : "/usr/bin/python3";
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            MemoryCost cost = new MemoryCost(new OneProcess(meter, scratch));
            cost.difference(
                    "a program that does nothing", 1, Built.program("noop").toString());
            cost.difference("a fork", MANY, many.toString(), "fork", Integer.toString(MANY));
            cost.difference("a thread", MANY, many.toString(), "thread", Integer.toString(MANY));
            cost.ratio("Python hello, memory / timing", python, "-c", "print('hello')");
        }
    }

    private void difference(String what, int count, String... argv) {
        double[] differences = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            Pair pair = pair(turn, List.of(argv));
            differences[turn] = (pair.memory - pair.timing) / count;
        }
        print("%-34s +%.3f ms", what, HodgesLehmann.of(differences).value() / 1e6);
    }

    private void ratio(String what, String... argv) {
        double[] differences = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            Pair pair = pair(turn, List.of(argv));
            differences[turn] = Math.log(pair.memory / pair.timing);
        }
        print("%-34s %.3f", what, Math.exp(HodgesLehmann.of(differences).value()));
    }

    private record Pair(double timing, double memory) {}

    private Pair pair(int turn, List<String> argv) {
        boolean timingFirst = turn % 2 == 0;
        double first = elapsed(timingFirst ? SamplingMode.TIMING : SamplingMode.MEMORY, argv);
        double second = elapsed(timingFirst ? SamplingMode.MEMORY : SamplingMode.TIMING, argv);
        return timingFirst ? new Pair(first, second) : new Pair(second, first);
    }

    private double elapsed(SamplingMode mode, List<String> argv) {
        long begin = System.nanoTime();
        process.measure(mode, argv);
        return System.nanoTime() - begin;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
