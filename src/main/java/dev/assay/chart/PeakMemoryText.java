package dev.assay.chart;

import dev.assay.model.result.RunResult;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.PeakSamples;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.text.NumberText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How peaks of memory became known. */
public final class PeakMemoryText {
    private PeakMemoryText() {}

    /** From which processes the run's peaks come and how many of them became known in which way; empty when there are none. */
    static String describe(RunResult result) {
        List<Sample> known = result.trials().stream()
                .flatMap(trial -> PeakSamples.select(trial.counted()).stream())
                .filter(sample -> sample.figures().memory().peakQuality() != null)
                .toList();
        boolean apart = known.stream().anyMatch(sample -> sample.mode() == SamplingMode.MEMORY);
        boolean together = known.stream().anyMatch(sample -> sample.mode() == SamplingMode.TIMING);
        if (known.isEmpty()) {
            return "";
        }
        return origin(apart, together) + " Sources of the peaks: " + ways(known) + "." + floor(known);
    }

    /** How one trial's peak became known, in few words; empty when it has none. */
    public static String describe(List<Sample> samples) {
        return samples.isEmpty()
                ? ""
                : samples.size()
                        + (samples.get(0).mode() == SamplingMode.MEMORY
                                ? " separate processes: "
                                : " timed processes: ")
                        + ways(samples).replaceFirst("^" + samples.size() + " ", "");
    }

    private static String origin(boolean apart, boolean together) {
        if (!apart) {
            return "Peaks and times come from the same processes.";
        }
        return together
                ? "Peaks of traced programs come from separate processes, all others from the timed processes."
                : "Peaks come from separate processes, not from the timed ones.";
    }

    private static String ways(List<Sample> known) {
        Map<PeakQuality, List<Sample>> byQuality = known.stream()
                .filter(sample -> sample.figures().memory().peakQuality() != null)
                .collect(Collectors.groupingBy(
                        sample ->
                                Objects.requireNonNull(sample.figures().memory().peakQuality()),
                        () -> new EnumMap<>(PeakQuality.class),
                        Collectors.toList()));
        return byQuality.entrySet().stream()
                .map(way -> way.getValue().size() + " " + words(way.getKey()) + quantum(way.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String words(PeakQuality quality) {
        return switch (quality) {
            case EXACT -> "exact, read from every address space at its end";
            case PARTIAL -> "partial, some address spaces were missed";
            case RUSAGE -> "from the kernel (wait4), never below that of the meter that starts the program";
        };
    }

    /** The kernel counts pages for each processor and adds them up now and then: what a program gave back last may not be in its peak. */
    private static String quantum(List<Sample> samples) {
        long largest = samples.stream()
                .map(sample -> sample.figures().memory().peakQuantumBytes())
                .mapToLong(PeakMemoryText::orZero)
                .max()
                .orElse(0);
        return largest == 0
                ? ""
                : ", which may miss up to " + NumberText.bytes((double) largest)
                        + " that the kernel's counters do not show";
    }

    private static long orZero(@Nullable Long quantum) {
        return quantum == null ? 0 : quantum;
    }

    private static String floor(List<Sample> known) {
        boolean coarse =
                known.stream().anyMatch(sample -> sample.figures().memory().peakQuality() == PeakQuality.RUSAGE);
        return coarse ? " A wait4 peak at the level of an empty program is only an upper limit (“at most”)." : "";
    }
}
