package dev.assay.benchmarks;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.Reading;
import dev.assay.meter.Request;
import dev.assay.model.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The meter, and what a sample costs beside its wall time. */
final class MeterLauncher implements Launcher {
    private final Meter meter;
    private final Request request;
    private final List<Double> overheads = new ArrayList<>();

    MeterLauncher(Meter meter, Path scratch, String program) {
        this.meter = meter;
        this.request = new Request(
                Mode.TIMING,
                List.of(program),
                Map.of(),
                scratch,
                null,
                scratch.resolve("stdout"),
                scratch.resolve("stderr"),
                Limits.of(Duration.ofSeconds(10), Duration.ofSeconds(1), 1 << 20),
                null);
    }

    @Override
    public String name() {
        return "meter";
    }

    @Override
    public double[] walls(int runs) {
        double[] walls = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            Reading reading = measure();
            long whole = System.nanoTime() - begin;
            walls[run] = Objects.requireNonNull(reading.figures().wallNs());
            overheads.add(whole - walls[run]);
        }
        return walls;
    }

    private Reading measure() {
        try {
            return meter.measure(request);
        } catch (Meter.Lost e) {
            throw new IllegalStateException(e);
        }
    }

    /** From sending a request to having its record, less the wall time, in nanoseconds. */
    double[] overheads() {
        return overheads.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
