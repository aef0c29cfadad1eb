package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.SeriesStyle;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.text.RatioText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader takes home who reads nothing else: who was ahead, and how often.
 *
 * @param ink the style of who was ahead
 * @param text in a sentence or two
 */
record AtAGlance(String ink, String text) {
    /**
     * Sentences on times, on memory and on the time of a build; none where no interval could be made, as in a smoke run, and none for two
     * commands. What builds programs is not counted: "faster" would be taken for how they run.
     */
    static List<AtAGlance> of(RunResult result) {
        List<AtAGlance> glances = new ArrayList<>();
        for (RuntimePair pair : RuntimePair.headlines()) {
            Runtime first = pair.baseline();
            Runtime second = pair.contender();
            add(glances, ComparisonFilter.speed(result, first, second), first, second);
            if (pair.mixed()) {
                add(glances, ComparisonFilter.select(result, Metric.PEAK, first, second), first, second);
            }
        }
        BreakEven.describe(result)
                .ifPresent(words -> glances.add(new AtAGlance(SeriesStyle.NEUTRAL.toString(), words)));
        return glances;
    }

    private static void add(List<AtAGlance> glances, List<Comparison> all, Runtime first, Runtime second) {
        List<Comparison> pairs = all.stream()
                .filter(pair -> !pair.baseline().suite().equals(BuildRow.SUITE))
                .toList();
        if (pairs.stream().anyMatch(pair -> pair.estimate().at95() != null)) {
            glances.add(of(pairs, first, second));
        }
    }

    private static AtAGlance of(List<Comparison> pairs, Runtime first, Runtime second) {
        List<Comparison> forFirst = with(pairs, Comparison.Verdict.WORSE);
        List<Comparison> forSecond = with(pairs, Comparison.Verdict.BETTER);
        boolean memory = pairs.get(0).metric() == Metric.PEAK;
        int all = pairs.size();
        if (forFirst.isEmpty() && forSecond.isEmpty()) {
            String what = memory ? "using less memory" : "faster";
            String where = all == 1 ? "The workload does not show " : "None of the " + all + " workloads shows ";
            return new AtAGlance(
                    SeriesStyle.NEUTRAL.toString(),
                    where + second.title() + " or " + first.title() + " clearly " + what + ".");
        }
        List<String> sentences = new ArrayList<>();
        if (!forSecond.isEmpty()) {
            sentences.add(ahead(second, first, forSecond, all, memory));
        }
        if (!forFirst.isEmpty()) {
            sentences.add(ahead(first, second, forFirst, all, memory));
        }
        int open = all - forFirst.size() - forSecond.size();
        if (open > 0) {
            sentences.add(
                    open == 1
                            ? "The other one shows no clear difference."
                            : "The other " + open + " show no clear difference.");
        }
        Runtime leader = forSecond.size() >= forFirst.size() ? second : first;
        return new AtAGlance(SeriesStyle.of(leader).toString(), String.join(" ", sentences));
    }

    private static List<Comparison> with(List<Comparison> pairs, Comparison.Verdict verdict) {
        return pairs.stream()
                .filter(pair -> pair.verdict() == verdict && pair.beside().isSure())
                .toList();
    }

    private static String ahead(Runtime winner, Runtime loser, List<Comparison> won, int all, boolean memory) {
        String where = all == 1
                ? " in the workload"
                : won.size() == all
                        ? (all == 2 ? " in both workloads" : " in all " + all + " workloads")
                        : " in " + won.size() + " of " + all + " workloads";
        return memory
                ? loser.title() + " used more memory than " + winner.title() + where + ": " + range(won) + " as much."
                : winner.title() + " was faster than " + loser.title() + where + ": " + range(won) + " as fast.";
    }

    /** The least and the greatest of the typical ratios, seen from who is ahead. */
    private static String range(List<Comparison> won) {
        double[] ratios = won.stream()
                .mapToDouble(pair -> pair.verdict() == Comparison.Verdict.BETTER
                        ? pair.estimate().value()
                        : 1 / pair.estimate().value())
                .sorted()
                .toArray();
        String least = RatioText.of(ratios[0]).value();
        String greatest = RatioText.of(ratios[ratios.length - 1]).value();
        return least.equals(greatest) ? least : least + " to " + greatest;
    }
}
