package dev.assay.report;

import dev.assay.model.PeakQuality;
import dev.assay.model.RunResult;
import dev.assay.model.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the run's peaks of memory became known. */
final class PeakWords {
    private PeakWords() {}

    /** A sentence with how many peaks became known in which way; empty when there are none. */
    static String of(RunResult result) {
        Map<PeakQuality, Integer> counts = new EnumMap<>(PeakQuality.class);
        result.trials()
                .forEach(trial -> trial.samples().stream()
                        .map(Sample::peakQuality)
                        .filter(quality -> quality != null)
                        .forEach(quality -> counts.merge(quality, 1, Integer::sum)));
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                        .collect(Collectors.joining(", ", "Peaks of this run: ", "."));
    }

    private static String words(PeakQuality quality) {
        return switch (quality) {
            case EXACT -> "exact, read from every address space at its end";
            case PARTIAL -> "partial, some address spaces were missed";
            case RUSAGE -> "by ru_maxrss, which begins at the peak of the process that starts the program";
        };
    }
}
