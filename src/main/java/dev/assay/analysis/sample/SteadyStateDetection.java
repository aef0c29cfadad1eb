package dev.assay.analysis.sample;

import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import dev.assay.stats.SteadyState;
import dev.assay.stats.SteadyState.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where processes that do their work again and again have settled: the time of a repetition is the median of what is steady. A just-in-time
 * compiler may take long to get there, never get there, or make a program slower; so this is found in each process, and not assumed.
 */
public final class SteadyStateDetection {
    /** Two levels that lie no farther apart are one: a comparison calls less than 2 % no difference either. */
    private static final double TOLERANCE = Math.log(1.02);

    /** Where nothing is steady, this part of the repetitions stands for what is nearest to it. */
    private static final int LAST_PART = 4;

    private SteadyStateDetection() {}

    /** The samples of a trial, those with a series of repetitions with the time of a steady one. */
    static List<Sample> resolved(List<Sample> samples) {
        return samples.stream()
                .map(sample ->
                        sample.reported().workSeriesNs().isEmpty() ? sample : sample.withWork(repetitionNs(sample)))
                .toList();
    }

    /** How the counted processes of a trial settled; null when none of them repeats its work. */
    public static @Nullable SteadyStateSummary detect(TrialSamples trial) {
        List<SteadyState> states = trial.counted(SamplingMode.TIMING).stream()
                .filter(sample -> !sample.reported().workSeriesNs().isEmpty())
                .map(SteadyStateDetection::state)
                .toList();
        if (!trial.trial().repeats() || states.isEmpty()) {
            return null;
        }
        Map<Shape, Integer> shapes = new EnumMap<>(Shape.class);
        states.forEach(state -> shapes.merge(state.shape(), 1, Integer::sum));
        double[] settled = states.stream()
                .filter(state -> state.shape() != Shape.UNSTEADY)
                .mapToDouble(SteadyState::from)
                .toArray();
        return new SteadyStateSummary(
                trial.trial().repeat(),
                settled.length == 0 ? null : (Double) Quantiles.median(settled),
                shapes.getOrDefault(Shape.FLAT, 0),
                shapes.getOrDefault(Shape.WARM_UP, 0),
                shapes.getOrDefault(Shape.SLOW_DOWN, 0),
                shapes.getOrDefault(Shape.UNSTEADY, 0));
    }

    /** Whether most of a trial's processes did not settle. */
    public static boolean isUnsteady(TrialSamples trial) {
        SteadyStateSummary repetitions = detect(trial);
        return repetitions != null && 2 * repetitions.unsteady() > repetitions.processes();
    }

    /** Whether a trial repeats its work too seldom to be known to be steady. */
    public static boolean isUnknown(TrialSamples trial) {
        SteadyStateSummary repetitions = detect(trial);
        return repetitions != null && !repetitions.known();
    }

    /** A clock that reads 0 has seen less than a nanosecond, the finest that can be written. */
    private static SteadyState state(Sample sample) {
        return SteadyState.of(
                TOLERANCE,
                sample.reported().workSeriesNs().stream()
                        .mapToDouble(ns -> Math.log((double) Math.max(1, ns)))
                        .toArray());
    }

    private static long repetitionNs(Sample sample) {
        List<Long> series = sample.reported().workSeriesNs();
        SteadyState state = state(sample);
        int from = state.shape() == Shape.UNSTEADY
                ? series.size() - (series.size() + LAST_PART - 1) / LAST_PART
                : state.from();
        return Math.round(Quantiles.median(series.subList(from, series.size()).stream()
                .mapToDouble(Long::doubleValue)
                .toArray()));
    }
}
