package dev.assay.chart;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.TrialId;
import dev.assay.text.Truncation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forest plots: who is how many times faster. */
public final class RatioCharts {
    /** Every ratio of two programs; the report adds tables of the same. */
    public static final ChartSection OVERVIEW = new ChartSection(
            "overview",
            "Overview",
            result ->
                    "A ratio is the first program's cost divided by the second's, both run shortly after each other. At 2×"
                            + " the second needs half as much; at 1× both need the same. Charts and tables show the 95 % interval. If"
                            + " several builds were measured, it holds for other builds of the same code too.",
            "Nothing could be compared in this run.",
            RatioCharts::of);

    private static final String READING =
            "Each dot is the typical ratio of paired runs, with its 95 % interval. Right of the dashed line ";

    private static final String BAND = " Differences inside the gray band are too small for this run to show.";

    /** Two such names fit side by side under a figure. */
    private static final int LONGEST_SIDE = 26;

    private static final String RANGES =
            " In rows marked “range” the line is not a confidence interval but the range of the samples.";

    private RatioCharts() {}

    private static List<Chart> of(RunResult result, SuiteSlice part) {
        return Stream.concat(
                        commands(result).stream(),
                        RuntimePair.headlines().stream().flatMap(pair -> between(result, pair, part).stream()))
                .toList();
    }

    /** The baseline's time over the contender's, a row for each workload. */
    private static Optional<Chart> between(RunResult result, RuntimePair pair, SuiteSlice part) {
        return between(
                result,
                pair.baseline(),
                pair.contender(),
                part,
                part.id("ratios-" + pair.baseline() + "-" + pair.contender()),
                part.title(pair.title() + ": ratio of times"));
    }

    /** The first command's figures over the second's, a row for each metric. */
    private static Optional<Chart> commands(RunResult result) {
        List<Comparison> pairs = result.comparisons().stream()
                .filter(each -> each.baseline().runtime() == Runtime.COMMAND)
                .filter(ForestPlot::drawable)
                .toList();
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<String> rows = pairs.stream().map(RatioCharts::row).toList();
        TrialId baseline = pairs.get(0).baseline();
        TrialId contender = pairs.get(0).contender();
        List<String> sides =
                Truncation.shorten(List.of(CommandPair.name(baseline), CommandPair.name(contender)), LONGEST_SIDE);
        String second = CommandPair.isNamed(contender) ? CommandPair.name(contender) : "the contender";
        boolean ranges = pairs.stream().anyMatch(each -> each.estimate().kind() == Kind.RANGE);
        return Optional.of(ForestPlot.of(
                "ratios-commands",
                (CommandPair.isNamed(baseline) ? sides.get(0) : ComparisonLabels.name(baseline)) + " over "
                        + sides.get(1),
                READING + second + " needs less." + (ranges ? RANGES : "") + BAND,
                pairs,
                Axis.rows(rows),
                IntStream.range(0, pairs.size()).boxed().toList(),
                result.noise().resolution(),
                sides.get(0) + " better",
                sides.get(1) + " better"));
    }

    private static Optional<Chart> between(
            RunResult result, Runtime baseline, Runtime contender, SuiteSlice part, String id, String title) {
        List<Comparison> pairs = ComparisonFilter.speed(result, baseline, contender).stream()
                .filter(ForestPlot::drawable)
                .filter(each -> part.has(each.workload()))
                .toList();
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        boolean mixed = pairs.stream().map(Comparison::metric).distinct().count() > 1;
        Map<String, String> names = new LinkedHashMap<>();
        pairs.forEach(each -> names.put(each.workload(), row(each, mixed)));
        WorkloadRows rows = WorkloadRows.of(names, part);
        String caption = READING + contender.title() + " needs less time, left of it " + baseline.title() + " does. "
                + (mixed ? "Work time, without start-up; rows marked “wall” show whole processes." : timing(pairs))
                + BAND;
        return Optional.of(ForestPlot.of(
                id,
                title,
                caption,
                pairs,
                rows.axis(),
                pairs.stream().map(each -> rows.row(each.workload())).toList(),
                result.noise().resolution(),
                baseline.title() + " faster",
                contender.title() + " faster"));
    }

    private static String timing(List<Comparison> pairs) {
        return pairs.get(0).metric() == Metric.WORK
                ? "Work time: without start-up."
                : "Wall time: whole processes, with start-up.";
    }

    private static String row(Comparison each) {
        return each.metric().title() + (each.estimate().kind() == Kind.RANGE ? " (range)" : "");
    }

    private static String row(Comparison each, boolean mixed) {
        return each.workload() + (mixed && each.metric() == Metric.WALL ? " (wall)" : "");
    }
}
