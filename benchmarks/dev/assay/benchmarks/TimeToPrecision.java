package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How long it takes until the ratio of Python's n-body to Rust's is known to 2 % either way: by Assay's blocks and stopping rule, and by
 * {@code hyperfine} and {@code pyperf} as they come, asked again and again until Welch's interval of the ratio, from the times they report,
 * is as narrow as Assay's. Prints times and their ratios; judges nothing.
 */
public final class TimeToPrecision {
    private static final Precision PRECISION = new Precision(0.02);

    /** Python needs about a tenth of a second for that. */
    private static final String SIZE = "15000";

    private static final int MOST_BLOCKS = 200;
    private static final int MOST_ROUNDS = 20;

    private TimeToPrecision() {}

    /**
     * What one tool needed.
     *
     * @param seconds from its start to its end
     * @param halfWidth of the ratio's 95 % interval, as a share
     * @param processes how many runs of the two programs the figures rest on
     */
    private record Needed(String name, double seconds, double halfWidth, int processes) {}

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-precision");
        Path rust = scratch.resolve("nbody");
        Tool.lines(
                scratch,
                List.of(
                        "rustc",
                        "--edition",
                        "2024",
                        "-C",
                        "opt-level=3",
                        "-o",
                        rust.toString(),
                        "workloads/numeric/nbody/nbody.rs"));
        // behind the shims of version managers, which would be part of every time
        String python = Tool.lines(scratch, List.of("python3", "-c", "import sys; print(sys.executable)"))
                .get(0);
        List<List<String>> commands = List.of(
                List.of(
                        python,
                        Path.of("workloads/numeric/nbody/nbody.py")
                                .toAbsolutePath()
                                .toString(),
                        SIZE),
                List.of(rust.toString(), SIZE));
        Needed ours = assay(scratch, commands);
        print(ours, ours);
        print(until(ours, new Hyperfine(scratch), commands), ours);
        print(until(ours, new Pyperf(scratch, Pyperf.installed(scratch, python)), commands), ours);
    }

    private static Needed assay(Path scratch, List<List<String>> commands) throws IOException {
        long begin = System.nanoTime();
        List<Double> logs = new ArrayList<>();
        int processes = 0;
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            OneProcess process = new OneProcess(meter, scratch);
            // the first two blocks are warm-ups
            for (int block = -2; block < MOST_BLOCKS && !PRECISION.isReached(array(logs)); block++) {
                int first = Math.floorMod(block, 4) == 1 || Math.floorMod(block, 4) == 2 ? 1 : 0;
                double one = logWall(process, commands.get(first));
                double other = logWall(process, commands.get(1 - first));
                processes += 2;
                if (block >= 0) {
                    logs.add(first == 0 ? one - other : other - one);
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Needed(
                "Assay",
                seconds,
                Precision.halfWidth(HodgesLehmann.of(array(logs)).interval(95)),
                processes);
    }

    private static double logWall(OneProcess process, List<String> argv) {
        return Math.log(Objects.requireNonNull(
                process.measure(SamplingMode.TIMING, argv).figures().wallNs()));
    }

    private static Needed until(Needed ours, OtherTool tool, List<List<String>> commands)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>());
        double halfWidth = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && halfWidth > ours.halfWidth(); round++) {
            tool.time(commands, times);
            halfWidth = OtherTool.halfWidth(array(times.get(0)), array(times.get(1)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Needed(
                tool.name(),
                seconds,
                halfWidth,
                times.get(0).size() + times.get(1).size());
    }

    private static void print(Needed needed, Needed ours) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %7.1f s, %5.1f times Assay's; half-width %.2f %%%s, from %d times%n",
                needed.name(),
                needed.seconds(),
                needed.seconds() / ours.seconds(),
                100 * needed.halfWidth(),
                needed.halfWidth() > ours.halfWidth() ? " (given up)" : "",
                needed.processes());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
