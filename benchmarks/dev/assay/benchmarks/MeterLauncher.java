package dev.assay.benchmarks;

import dev.assay.meter.MeterRecord;
import dev.assay.model.run.SamplingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The meter, and what a sample costs beside its wall time. */
final class MeterLauncher implements Launcher {
    private final OneProcess process;
    private final String program;
    private final List<Double> overheads = new ArrayList<>();

    MeterLauncher(OneProcess process, String program) {
        this.process = process;
        this.program = program;
    }

    @Override
    public String name() {
        return "meter";
    }

    @Override
    public double[] walls(int runs) {
        for (int run = 0; run < WARM_UPS; run++) {
            process.measure(SamplingMode.TIMING, List.of(program));
        }
        double[] walls = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            MeterRecord reading = process.measure(SamplingMode.TIMING, List.of(program));
            long whole = System.nanoTime() - begin;
            walls[run] = Objects.requireNonNull(reading.figures().wallNs());
            overheads.add(whole - walls[run]);
        }
        return walls;
    }

    /** From sending a request to having its record, less the wall time, in nanoseconds. */
    double[] overheads() {
        return overheads.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
