package dev.assay.benchmarks;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.meter.Reading;
import dev.assay.meter.Request;
import dev.assay.model.Mode;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wall time of {@code /bin/true} as the meter reads it beside what {@code hyperfine -N} reports, in turns, and what a sample costs beside
 * its wall time. Prints medians and the ratio; judges nothing.
 */
public final class AgainstHyperfine {
    private static final int TURNS = 20;
    private static final int RUNS = 100;
    private static final String PROGRAM = "/bin/true";

    private final Path scratch;
    private final Meter meter;
    private final double[] overheads = new double[TURNS * RUNS];

    private AgainstHyperfine(Path scratch, Meter meter) {
        this.scratch = scratch;
        this.meter = meter;
    }

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException, InterruptedException, Meter.Lost {
        Path scratch = Files.createTempDirectory("assay-hyperfine");
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            new AgainstHyperfine(scratch, meter).compare();
        }
    }

    private void compare() throws IOException, InterruptedException, Meter.Lost {
        double[] ours = new double[TURNS];
        double[] theirs = new double[TURNS];
        double[] differences = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            boolean first = turn % 2 == 0;
            if (first) {
                ours[turn] = meterMedian(turn);
            }
            theirs[turn] = hyperfineMedian();
            if (!first) {
                ours[turn] = meterMedian(turn);
            }
            differences[turn] = Math.log(ours[turn]) - Math.log(theirs[turn]);
        }
        HodgesLehmann ratio = HodgesLehmann.of(differences);
        Bounds interval = Objects.requireNonNull(ratio.interval(95));
        print("%s, %d turns of %d runs each", PROGRAM, TURNS, RUNS);
        print("median wall, meter         %8.1f us", Quantiles.median(ours) / 1e3);
        print("median wall, hyperfine -N  %8.1f us", Quantiles.median(theirs) / 1e3);
        print(
                "meter / hyperfine          %8.3f  [%.3f, %.3f]",
                Math.exp(ratio.value()), Math.exp(interval.low()), Math.exp(interval.high()));
        print(
                "request to record, less the wall time, seen from Java: median %.1f us",
                Quantiles.median(overheads) / 1e3);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private double meterMedian(int turn) throws Meter.Lost {
        Request request = new Request(
                Mode.TIMING,
                List.of(PROGRAM),
                Map.of(),
                scratch,
                null,
                scratch.resolve("stdout"),
                scratch.resolve("stderr"),
                Limits.of(Duration.ofSeconds(10), Duration.ofSeconds(1), 1 << 20),
                false,
                null);
        double[] walls = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            Reading reading = meter.measure(request);
            long whole = System.nanoTime() - begin;
            long wall = Objects.requireNonNull(reading.figures().wallNs());
            walls[run] = wall;
            overheads[turn * RUNS + run] = whole - wall;
        }
        return Quantiles.median(walls);
    }

    private double hyperfineMedian() throws IOException, InterruptedException {
        Path export = scratch.resolve("hyperfine.json");
        int code = new ProcessBuilder(
                        "hyperfine",
                        "-N",
                        "--warmup",
                        "5",
                        "--runs",
                        Integer.toString(RUNS),
                        "--style",
                        "none",
                        "--export-json",
                        export.toString(),
                        PROGRAM)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("hyperfine.out").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("hyperfine failed: " + Files.readString(scratch.resolve("hyperfine.out")));
        }
        JsonNode times = JsonMapper.builder()
                .build()
                .readTree(Files.readString(export))
                .path("results")
                .path(0)
                .path("times");
        double[] seconds = new double[times.size()];
        Arrays.setAll(seconds, i -> times.path(i).asDouble());
        return Quantiles.median(seconds) * 1e9;
    }
}
