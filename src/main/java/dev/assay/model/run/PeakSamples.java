package dev.assay.model.run;

import java.util.List;

/** Which of a trial's samples its peaks are taken from. */
public final class PeakSamples {
    private PeakSamples() {}

    /** Of these samples, those that were followed for their memory, or where there are none, those that were timed; each has a peak. */
    public static List<Sample> select(List<Sample> samples) {
        List<Sample> followed = select(samples, SamplingMode.MEMORY);
        return followed.isEmpty() ? select(samples, SamplingMode.TIMING) : followed;
    }

    private static List<Sample> select(List<Sample> samples, SamplingMode mode) {
        return samples.stream()
                .filter(sample ->
                        sample.mode() == mode && sample.figures().memory().peakBytes() != null)
                .toList();
    }
}
