package dev.assay.export;

import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A trial that worked and the wall times of its processes: what formats that know only times hold.
 *
 * @param result the trial
 * @param samples its timed processes, without warm-ups; at least one, each with a wall time above 0
 */
record WallTimes(TrialResult result, List<Sample> samples) {
    private static final double NS_PER_SECOND = 1e9;

    WallTimes {
        samples = List.copyOf(samples);
    }

    /** Those of a run, without those that failed, were skipped, or have no times, as services have none. */
    static List<WallTimes> of(RunResult run) {
        return run.trials().stream()
                .filter(trial -> trial.status() == TrialResult.Status.OK)
                .map(trial -> new WallTimes(
                        trial,
                        trial.counted().stream().filter(WallTimes::hasATime).toList()))
                .filter(timed -> !timed.samples().isEmpty())
                .toList();
    }

    private static boolean hasATime(Sample sample) {
        Double wallNs = sample.value(Metric.WALL);
        return sample.mode() == SamplingMode.TIMING && wallNs != null && wallNs > 0;
    }

    TrialId id() {
        return result.trial().id();
    }

    String name() {
        return BenchmarkNames.format(id());
    }

    /** The wall times, in the order of measurement. */
    double[] seconds() {
        return wall(NS_PER_SECOND);
    }

    /** The wall times in a unit of that many nanoseconds. */
    double[] wall(double unitNs) {
        return values(sample -> sample.figures().wallNs(), unitNs);
    }

    double mean() {
        return Arrays.stream(seconds()).average().orElseThrow();
    }

    double median() {
        return Quantiles.median(seconds());
    }

    double min() {
        return Arrays.stream(seconds()).min().orElseThrow();
    }

    double max() {
        return Arrays.stream(seconds()).max().orElseThrow();
    }

    /** The standard deviation of a sample; null of a single process, which has none. */
    @Nullable
    Double standardDeviation() {
        double[] seconds = seconds();
        double mean = mean();
        double squares = Arrays.stream(seconds)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return seconds.length < 2 ? null : (Double) Math.sqrt(squares / (seconds.length - 1));
    }

    /** The mean CPU time in the programs, seconds; empty where nobody read it. */
    OptionalDouble user() {
        return Arrays.stream(values(sample -> sample.figures().cpu().userNs(), NS_PER_SECOND))
                .average();
    }

    /** The mean CPU time in the system, seconds; empty where nobody read it. */
    OptionalDouble system() {
        return Arrays.stream(values(sample -> sample.figures().cpu().systemNs(), NS_PER_SECOND))
                .average();
    }

    private double[] values(Function<Sample, @Nullable Long> figure, double unitNs) {
        return samples.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(nanoseconds -> nanoseconds / unitNs)
                .toArray();
    }

    /** The typical wall time, nanoseconds, as the report has it; the median where it has none. */
    double typicalNs() {
        Estimate estimate = result.typical().get(Metric.WALL);
        return estimate == null ? median() * NS_PER_SECOND : estimate.value();
    }

    /** Its 95 % interval, nanoseconds; of too few processes for one, all that was seen, which is wider and promises nothing. */
    Interval intervalNs() {
        Estimate estimate = result.typical().get(Metric.WALL);
        Interval at95 = estimate == null ? null : estimate.at95();
        return at95 == null ? new Interval(min() * NS_PER_SECOND, max() * NS_PER_SECOND) : at95;
    }
}
