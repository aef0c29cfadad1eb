package dev.assay.model.history;

import dev.assay.model.Profile;
import dev.assay.model.run.Fingerprint;
import dev.assay.model.run.TrialId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as the history keeps it.
 *
 * @param run the run's id
 * @param startedAt when it began
 * @param profile how much was measured; nights of two profiles are never compared with each other
 * @param confirms the run whose suspicions it looked at once more; null for a night of its own, and only such a one is part of a baseline
 * @param cpuModel the processor's name
 * @param cores how many logical processors may be used
 * @param memoryGib physical memory in whole GiB
 * @param reference the program that times are divided by, at its size; null without one. Times over another one are other figures
 * @param versions what may move figures though no program has changed, by name: {@value #KERNEL}, {@value #REFERENCE}, {@value #ASSAY},
 *     {@value #LIBRARY}, and toolchains by their runtime
 * @param canaryPassed whether the canary passed; null without one
 * @param resolution the smallest ratio of times, at least 1, that the session could distinguish
 * @param figures the figures, at most one of a trial and metric
 */
public record HistoryEntry(
        String run,
        Instant startedAt,
        Profile profile,
        @Nullable String confirms,
        String cpuModel,
        int cores,
        long memoryGib,
        @Nullable TrialId reference,
        Map<String, String> versions,
        @Nullable Boolean canaryPassed,
        double resolution,
        List<HistoryPoint> figures) {
    /** The name under which the kernel's version is kept. */
    public static final String KERNEL = "kernel";
    /** The name under which the hash of the pinned reference is kept. */
    public static final String REFERENCE = "reference";
    /** The name under which Assay's own version is kept. */
    public static final String ASSAY = "assay";
    /** The name under which that of the C library is kept. */
    public static final String LIBRARY = "C library";

    public HistoryEntry {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        figures = List.copyOf(figures);
        if (run.isBlank()) {
            throw new IllegalArgumentException("a night needs the id of its run");
        }
        if (cores < 1 || memoryGib < 0) {
            throw new IllegalArgumentException("a machine has at least one core and no less than no memory");
        }
        if (!(resolution >= 1) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("a resolution is a ratio of at least 1");
        }
        if (figures.stream().map(HistoryPoint::key).distinct().count() < figures.size()) {
            throw new IllegalArgumentException("a figure is there twice");
        }
    }

    /** The same run with other figures. */
    public HistoryEntry with(List<HistoryPoint> others) {
        return new HistoryEntry(
                run,
                startedAt,
                profile,
                confirms,
                cpuModel,
                cores,
                memoryGib,
                reference,
                versions,
                canaryPassed,
                resolution,
                others);
    }

    /** The kind of machine. What is usual on one is told by its own nights, and by those of others only while it has few. */
    public Fingerprint machine() {
        return new Fingerprint(cpuModel, cores, memoryGib);
    }

    /** Its figure of a series. */
    public Optional<HistoryPoint> figure(HistoryPoint.Key key) {
        return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }
}
