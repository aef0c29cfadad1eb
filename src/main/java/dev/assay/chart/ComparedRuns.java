package dev.assay.chart;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.text.Plurals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many timed processes a comparison rests on, where blocks hold several of a program.
 *
 * @param comparison the comparison
 * @param baseline how many of its first side
 * @param contender how many of its second side
 */
public record ComparedRuns(Comparison comparison, long baseline, long contender) {
    /** Those of the blocks that both sides have; empty where each of them holds one of both, and where memory is compared. */
    public static Optional<ComparedRuns> of(RunResult result, Comparison comparison) {
        if (!comparison.metric().timed()) {
            return Optional.empty();
        }
        Map<Integer, Long> one = byBlock(result, comparison.baseline());
        Map<Integer, Long> other = byBlock(result, comparison.contender());
        Set<Integer> common = one.keySet().stream().filter(other::containsKey).collect(Collectors.toSet());
        ComparedRuns runs = new ComparedRuns(comparison, sum(one, common), sum(other, common));
        return Math.max(runs.baseline, runs.contender) > common.size() ? Optional.of(runs) : Optional.empty();
    }

    private static Map<Integer, Long> byBlock(RunResult result, TrialId trial) {
        return result.trial(trial).stream()
                .map(TrialResult::counted)
                .flatMap(List::stream)
                .filter(sample -> sample.mode() == SamplingMode.TIMING)
                .collect(Collectors.groupingBy(Sample::block, Collectors.counting()));
    }

    private static long sum(Map<Integer, Long> runs, Set<Integer> blocks) {
        return blocks.stream().mapToLong(block -> runs.getOrDefault(block, 0L)).sum();
    }

    /** In words, such as {@code 24 blocks, 24 runs of Python and 96 of Rust}. */
    public String words() {
        return Plurals.count(comparison.estimate().blocks(), "block") + ", " + Plurals.count(baseline, "run") + " of "
                + ComparisonLabels.nameWithThreads(comparison.baseline()) + " and " + contender + " of "
                + ComparisonLabels.nameWithThreads(comparison.contender());
    }

    /** The numbers alone, such as {@code 24 and 96 runs}. */
    public String inShort() {
        return baseline + " and " + contender + " runs";
    }
}
