package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.BlockLocations;
import dev.assay.stats.WarmUp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a program's warm-up lasts: as long as planned at least, and longer where the warm-ups and the first processes behind them all lie
 * beyond the upper fence of what comes after. Where the planned warm-ups are like all others, a first process that is slow is an outlier like
 * any other, and counts; so it does in a short run. Every session of a run has a warm-up of its own.
 */
final class WarmUps {
    /** Of fewer, quartiles say too little to leave out one that was to count. */
    private static final int FEWEST_BEHIND = 10;

    private WarmUps() {}

    /**
     * The samples of a trial, with those that were found to be warming up still left out of the statistics.
     *
     * @param session the session of a block
     */
    static List<Sample> found(List<Sample> samples, IntUnaryOperator session) {
        Map<Integer, List<Sample>> timed = samples.stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING && value(sample) > 0)
                .collect(Collectors.groupingBy(sample -> session.applyAsInt(sample.block())));
        Set<Integer> blocks = timed.values().stream()
                .flatMap(each -> beyondThePlan(each).stream())
                .collect(Collectors.toSet());
        return blocks.isEmpty()
                ? samples
                : samples.stream()
                        .map(sample -> sample.mode() == SamplingMode.TIMING
                                        && blocks.contains(sample.block())
                                        && !sample.lost()
                                ? sample.asWarmup()
                                : sample)
                        .toList();
    }

    /** The blocks of the whole warm-up of a session where it is longer than planned, else nothing. */
    private static List<Integer> beyondThePlan(List<Sample> timed) {
        BlockLocations found = BlockLocations.of(
                timed.stream().mapToDouble(sample -> Math.log(value(sample))).toArray(),
                timed.stream().mapToInt(Sample::block).toArray(),
                new int[timed.size()]);
        long planned = timed.stream()
                .filter(Sample::warmup)
                .map(Sample::block)
                .distinct()
                .count();
        int length = planned == 0 ? 0 : WarmUp.length(found.locations());
        int[] blocks = found.blocks();
        if (length <= planned || blocks.length - length < FEWEST_BEHIND) {
            return List.of();
        }
        return IntStream.of(blocks).limit(length).boxed().toList();
    }

    /** The time of its work, else its whole life; 0 without either. */
    private static double value(Sample sample) {
        Double work = sample.value(Metric.WORK);
        Double wall = sample.value(Metric.WALL);
        return work != null ? work : wall != null ? wall : 0;
    }
}
