package dev.assay.benchmarks;

import java.util.List;
import java.util.Objects;

/** The meter with all runs in a row, the warm-ups as well. */
record RowLauncher(OneProcess process, String program) implements Launcher {
    @Override
    public String name() {
        return "meter, in a row";
    }

    @Override
    public double[] walls(int runs) {
        return process.measureRow(List.of(program), WARM_UPS + runs).stream()
                .skip(WARM_UPS)
                .mapToDouble(record -> Objects.requireNonNull(record.figures().wallNs()))
                .toArray();
    }
}
