package dev.assay.meter;

import dev.assay.model.run.Exit;
import dev.assay.model.run.ProcessMeasurements;
import org.jspecify.annotations.Nullable;

/**
 * What the meter says of one process.
 *
 * @param figures what it read
 * @param exit how the process ended
 * @param overheadNs the meter's own time for this sample, outside the measured one
 * @param meterCpuNs CPU time that the meter used while the process ran; null when it never ran
 */
public record MeterRecord(
        ProcessMeasurements figures,
        Exit exit,
        long overheadNs,
        @Nullable Long meterCpuNs) {}
