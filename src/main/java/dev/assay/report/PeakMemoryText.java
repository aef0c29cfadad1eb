package dev.assay.report;

import dev.assay.chart.NumberText;
import dev.assay.model.PeakQuality;
import dev.assay.model.PeakSamples;
import dev.assay.model.RunResult;
import dev.assay.model.Sample;
import dev.assay.model.SamplingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How peaks of memory became known. */
final class PeakMemoryText {
    private PeakMemoryText() {}

    /** From which processes the run's peaks come and how many of them became known in which way; empty when there are none. */
    static String of(RunResult result) {
        List<Sample> known = result.trials().stream()
                .flatMap(trial -> PeakSamples.of(trial.counted()).stream())
                .filter(sample -> sample.figures().peakQuality() != null)
                .toList();
        boolean apart = known.stream().anyMatch(sample -> sample.mode() == SamplingMode.MEMORY);
        boolean together = known.stream().anyMatch(sample -> sample.mode() == SamplingMode.TIMING);
        if (known.isEmpty()) {
            return "";
        }
        return origin(apart, together) + " How the peaks became known: " + ways(known) + "." + floor(known);
    }

    /** How one trial's peak became known, in few words; empty when it has none. */
    static String of(List<Sample> samples) {
        return samples.isEmpty()
                ? ""
                : samples.size()
                        + (samples.get(0).mode() == SamplingMode.MEMORY
                                ? " processes of its own: "
                                : " timed processes: ")
                        + ways(samples).replaceFirst("^" + samples.size() + " ", "");
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
        Map<PeakQuality, List<Sample>> byQuality = known.stream()
                .filter(sample -> sample.figures().peakQuality() != null)
                .collect(Collectors.groupingBy(
                        sample -> Objects.requireNonNull(sample.figures().peakQuality()),
                        () -> new EnumMap<>(PeakQuality.class),
                        Collectors.toList()));
        return byQuality.entrySet().stream()
                .map(way -> way.getValue().size() + " " + words(way.getKey()) + quantum(way.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String words(PeakQuality quality) {
        return switch (quality) {
            case EXACT -> "exactly, read from every address space at its end";
            case PARTIAL -> "in part, some address spaces were missed";
            case RUSAGE -> "from the kernel by wait4, which starts from the small meter that launches the program";
        };
    }

    /** The kernel counts pages for each processor and adds them up now and then: what a program gave back last may not be in its peak. */
    private static String quantum(List<Sample> samples) {
        long largest = samples.stream()
                .map(sample -> sample.figures().peakQuantumBytes())
                .mapToLong(PeakMemoryText::orZero)
                .max()
                .orElse(0);
        return largest == 0
                ? ""
                : ", with up to " + NumberText.bytes((double) largest) + " more that the kernel's counters cannot tell";
    }

    private static long orZero(@Nullable Long quantum) {
        return quantum == null ? 0 : quantum;
    }

    private static String floor(List<Sample> known) {
        boolean coarse = known.stream().anyMatch(sample -> sample.figures().peakQuality() == PeakQuality.RUSAGE);
        return coarse
                ? " A peak by wait4 that lies at that of a program that does nothing says no more than “at most”."
                : "";
    }
}
