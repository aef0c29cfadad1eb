package dev.assay.benchmarks;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Runs one process under the meter and insists that they go well. */
record OneProcess(Meter meter, Path scratch) {
    /** What the meter says of a process. */
    MeterRecord measure(SamplingMode mode, List<String> argv) {
        try {
            return well(argv, meter.measure(request(mode, argv)));
        } catch (Meter.Lost e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says of the same process several times in a row. */
    List<MeterRecord> measureRow(List<String> argv, int runs) {
        try {
            List<MeterRecord> records = meter.measureRow(Collections.nCopies(runs, request(SamplingMode.TIMING, argv)));
            records.forEach(record -> well(argv, record));
            return records;
        } catch (Meter.Lost e) {
            throw new IllegalStateException(e);
        }
    }

    private static MeterRecord well(List<String> argv, MeterRecord record) {
        if (!record.exit().ok()) {
            throw new IllegalStateException(argv + " " + record.exit().describe());
        }
        return record;
    }

    private MeterRequest request(SamplingMode mode, List<String> argv) {
        return new MeterRequest(
                mode,
                argv,
                Map.of(),
                scratch,
                null,
                stdout(),
                scratch.resolve("stderr"),
                Limits.of(Duration.ofSeconds(60), Duration.ofSeconds(1), 1 << 20),
                false,
                null,
                null);
    }

    /** What the last process printed. */
    List<String> printed() throws IOException {
        return Files.readAllLines(stdout());
    }

    private Path stdout() {
        return scratch.resolve("stdout");
    }
}
