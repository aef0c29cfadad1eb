package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.CommandPair;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence about the user's two commands.
 *
 * @param metric what is compared
 * @param verdict the verdict in words
 * @param ink its style
 * @param ratio first over second
 * @param sentence the whole statement
 */
public record Headline(String metric, String verdict, String ink, String ratio, String sentence) {
    /** Commands have the first two, servers the next three. */
    private static final List<Metric> SHOWN =
            List.of(Metric.WALL, Metric.CPU, Metric.WORK, Metric.LATENCY_P99, Metric.REQUEST_CPU, Metric.PEAK);

    /** One for each metric that a reader looks for first, as far as it was compared; none for a run of the catalog. */
    public static List<Headline> of(RunResult result) {
        List<Headline> headlines = new ArrayList<>();
        if (ComparisonFilter.ofCommands(result)) {
            for (Metric metric : SHOWN) {
                result.comparisons().stream()
                        .filter(comparison -> comparison.metric() == metric)
                        .findFirst()
                        .map(Headline::of)
                        .ifPresent(headlines::add);
            }
        }
        return headlines;
    }

    private static String spread(Estimate estimate) {
        Interval interval = estimate.at95();
        String samples = estimate.kind() == Estimate.Kind.RANGE ? "" : ", " + estimate.blocks() + " blocks";
        return interval == null
                ? ", without an interval, " + estimate.blocks() + (samples.isEmpty() ? " samples" : " blocks")
                : ", " + estimate.intervalWords(95) + " " + interval.words() + samples;
    }

    private static Headline of(Comparison comparison) {
        String ratio = comparison.estimate().ratio().value();
        String sentence = ComparisonLabels.name(comparison.baseline()) + " over "
                + CommandPair.name(comparison.contender()) + ", "
                + comparison.metric().title() + ": " + ratio
                + spread(comparison.estimate())
                + (comparison.reasons().isEmpty() ? "" : " (" + String.join("; ", comparison.reasons()) + ")") + ".";
        return new Headline(
                comparison.metric().title(),
                ComparisonLabels.verdict(comparison),
                ComparisonLabels.ink(comparison).toString(),
                ratio,
                sentence);
    }
}
