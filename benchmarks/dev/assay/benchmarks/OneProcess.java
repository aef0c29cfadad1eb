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
import java.util.List;
import java.util.Map;

/** Runs single processes under the meter and insists that they go well. */
record OneProcess(Meter meter, Path scratch) {
    /** What the meter says of a process. */
    MeterRecord measure(SamplingMode mode, List<String> argv) {
        MeterRequest request = new MeterRequest(
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
        try {
            MeterRecord reading = meter.measure(request);
            if (!reading.exit().ok()) {
                throw new IllegalStateException(argv + " " + reading.exit().describe());
            }
            return reading;
        } catch (Meter.Lost e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the last process printed. */
    List<String> printed() throws IOException {
        return Files.readAllLines(stdout());
    }

    private Path stdout() {
        return scratch.resolve("stdout");
    }
}
