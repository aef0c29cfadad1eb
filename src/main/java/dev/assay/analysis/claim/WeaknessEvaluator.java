package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.WeaknessShare;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.WeaknessRow;
import dev.assay.stats.ClusteredShare;
import java.util.List;

/** Holds shares of weaknesses against thresholds. Each class counts once, for the many that there are of its kind. */
final class WeaknessEvaluator {
    private static final int FEWEST_CLASSES = 2;

    private final IndexedRecording indexed;

    WeaknessEvaluator(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** How a share comes out; without data where a program with the first guard came to no outcome, or none was tried. */
    ConditionResult evaluate(WeaknessShare share) {
        List<WeaknessRow> silent = WeaknessRow.of(indexed.probes()).stream()
                .filter(row -> share.of().contains(row.suite()))
                .filter(row -> row.outcome(share.silent()) == ProbeOutcome.SILENT)
                .filter(row -> row.results().containsKey(share.by()))
                .toList();
        String suites = String.join(",", share.of());
        if (silent.size() < FEWEST_CLASSES) {
            return missing(
                    share,
                    new MissingData(
                            "the weaknesses of the suite " + suites,
                            "they are tried only on request: run with --suite=" + suites));
        }
        for (WeaknessRow row : silent) {
            if (row.outcome(share.by()) == null) {
                return missing(
                        share, new MissingData(row.name() + " in " + share.by().title(), "it came to no outcome"));
            }
        }
        ClusteredShare caught = new ClusteredShare(silent.stream()
                .map(row -> new ClusteredShare.Cluster(row.outcome(share.by()) == ProbeOutcome.SILENT ? 0 : 1, 1))
                .toList());
        String words = "Of " + silent.size() + " classes of weaknesses that pass silently in "
                + share.silent().title() + ", " + share.by().title() + " lets "
                + silent.stream()
                        .filter(row -> row.outcome(share.by()) != ProbeOutcome.SILENT)
                        .count()
                + " not pass: " + ShareDecision.percent(caught.value());
        return ShareDecision.decide(
                threshold(share), new ShareDecision.Reading(caught.value(), caught::interval, words));
    }

    private static ConditionResult missing(WeaknessShare share, MissingData gap) {
        String what = "classes of weaknesses that pass silently in "
                + share.silent().title() + " and not in " + share.by().title();
        return ConditionResult.missing(
                List.of(new Evidence(
                        what, null, null, share.level(), threshold(share).words(), Outcome.NO_DATA)),
                List.of(gap));
    }

    private static ShareThreshold threshold(WeaknessShare share) {
        return new ShareThreshold(share.level(), share.bound(), share.op(), share.value(), false);
    }
}
