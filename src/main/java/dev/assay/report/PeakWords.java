package dev.assay.report;

import dev.assay.model.Mode;
import dev.assay.model.PeakQuality;
import dev.assay.model.RunResult;
import dev.assay.model.Sample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the run's peaks of memory became known. */
final class PeakWords {
    private PeakWords() {}

    /** From which processes the peaks come and how many of them became known in which way; empty when there are none. */
    static String of(RunResult result) {
        List<Sample> known = result.trials().stream()
                .flatMap(trial -> trial.counted().stream())
                .filter(sample -> sample.figures().peakQuality() != null)
                .toList();
        boolean apart = known.stream().anyMatch(sample -> sample.mode() == Mode.MEMORY);
        boolean together = known.stream().anyMatch(sample -> sample.mode() == Mode.TIMING);
        if (known.isEmpty()) {
            return "";
        }
        return origin(apart, together) + " How the peaks became known: " + ways(known) + ".";
    }

    private static String origin(boolean apart, boolean together) {
        if (!apart) {
            return "Peaks and times come from the same processes.";
        }
        return together
                ? "A program that was followed for its memory has its peak from processes of its own, any other from those that were timed."
                : "Peaks come from processes of their own, not from those that were timed.";
    }

    private static String ways(List<Sample> known) {
        Map<PeakQuality, Long> counts = known.stream()
                .collect(Collectors.groupingBy(
                        sample -> Objects.requireNonNull(sample.figures().peakQuality()),
                        () -> new EnumMap<>(PeakQuality.class),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(way -> way.getValue() + " " + words(way.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String words(PeakQuality quality) {
        return switch (quality) {
            case EXACT -> "exactly, read from every address space at its end";
            case PARTIAL -> "in part, some address spaces were missed";
            case RUSAGE -> "from the kernel by wait4, which starts from the small meter that launches the program";
        };
    }
}
