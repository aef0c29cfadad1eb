package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import dev.assay.text.NameList;
import dev.assay.text.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An audit of every trial that times its own work: wall time less that work, and less what the empty program of its runtime takes, should be
 * next to nothing. What is left is spent outside of the program's own clock, and a ratio of times of work knows nothing of it.
 */
public final class OutsideWorkAudit {
    /** A fifth of the wall time makes a ratio by one clock another one by the other. */
    private static final double SHARE = 0.2;

    /** What is shorter is lost among a start-up's own differences: pages that are touched first, a loader that is warm or not. */
    private static final double FEWEST_NS = 3e6;

    private final IndexedRecording indexed;
    private final StartupCosts startUps;

    private OutsideWorkAudit(IndexedRecording indexed) {
        this.indexed = indexed;
        this.startUps = new StartupCosts(indexed);
    }

    /**
     * What is left of a trial.
     *
     * @param trial which
     * @param ns the typical time
     * @param share of the wall time
     * @param started whether what starting its runtime takes is left in it, since that was not measured
     */
    private record Rest(TrialSamples trial, double ns, double share, boolean started) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%s (%.0f %%, %s%s)",
                    trial.id(),
                    100 * share,
                    NumberText.time(ns),
                    started ? ", including the start of " + trial.id().runtime().title() + " in it" : "");
        }
    }

    /** Names the trials of which much is left, the largest share first. */
    public static void warn(IndexedRecording indexed, Set<Warning> warnings) {
        OutsideWorkAudit audit = new OutsideWorkAudit(indexed);
        List<Rest> much = indexed.trials().stream()
                .map(audit::rest)
                .filter(Objects::nonNull)
                .filter(rest -> rest.share() > SHARE && rest.ns() > FEWEST_NS)
                .sorted(Comparator.comparingDouble(Rest::share).reversed())
                .toList();
        if (!much.isEmpty()) {
            warnings.add(new Warning(
                    "outside-work",
                    "These trials spend much of their wall time outside both their own work and the start of their runtime: "
                            + NameList.first(much.stream().map(Rest::words).toList())
                            + ". The time goes into importing libraries, reading input, and making and freeing data.",
                    "Work time excludes it, wall time includes it. Compare both where programs differ in it; a claim that the two"
                            + " clocks decide differently is at most 'partly'."));
        }
    }

    private @Nullable Rest rest(TrialSamples trial) {
        TrialSamples empty = startUps.find(trial.id().runtime());
        double start = median(walls(empty == null ? indexed.floor() : empty));
        List<Sample> timed = trial.counted(SamplingMode.TIMING).stream()
                .filter(sample -> sample.value(Metric.WALL) != null && sample.workNs() != null)
                .toList();
        if (timed.isEmpty()) {
            return null;
        }
        double[] rests = timed.stream()
                .mapToDouble(sample -> wall(sample) - work(sample) - start)
                .toArray();
        double rest = Quantiles.median(rests);
        double share = rest / median(timed.stream().map(OutsideWorkAudit::wall).toList());
        return new Rest(
                trial, rest, share, empty == null && !trial.id().runtime().compiled());
    }

    private static List<Double> walls(TrialSamples trial) {
        return trial.counted(SamplingMode.TIMING).stream()
                .map(sample -> sample.value(Metric.WALL))
                .filter(Objects::nonNull)
                .toList();
    }

    private static double median(List<Double> values) {
        return values.isEmpty()
                ? 0
                : Quantiles.median(values.stream().mapToDouble(value -> value).toArray());
    }

    private static double wall(Sample sample) {
        return Objects.requireNonNull(sample.value(Metric.WALL));
    }

    /** Of a process that repeats its work, that of all repetitions. */
    private static double work(Sample sample) {
        return sample.reported().workSeriesNs().isEmpty()
                ? Objects.requireNonNull(sample.workNs())
                : sample.reported().workSeriesNs().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
