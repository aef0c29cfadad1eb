package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.OutcomeShare;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.ProbeResult;
import dev.assay.stats.ClusteredShare;
import java.util.List;

/** Holds shares of probes against thresholds. Each probe counts once, for the many that there are of its kind. */
final class OutcomeShareEvaluator {
    private static final int FEWEST_PROBES = 2;

    private final IndexedRecording indexed;

    OutcomeShareEvaluator(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** How a share comes out; without data where a probe came to no outcome, or none was tried. */
    ConditionResult evaluate(OutcomeShare share) {
        List<ProbeResult> results = indexed.probes().stream()
                .filter(result -> share.of().contains(result.probe().suite())
                        && result.probe().runtime() == share.runtime())
                .toList();
        String suites = String.join(",", share.of());
        if (results.size() < FEWEST_PROBES) {
            return missing(
                    share,
                    new MissingData(
                            "the probes of the suite " + suites,
                            "they are tried only on request: run with --suite=" + suites));
        }
        for (ProbeResult result : results) {
            if (result.outcome().missed()) {
                return missing(share, new MissingData(result.probe().id(), "it came to no outcome"));
            }
        }
        List<ProbeResult> hits = results.stream()
                .filter(result -> result.outcome() == share.outcome())
                .toList();
        ClusteredShare known = new ClusteredShare(results.stream()
                .map(result -> new ClusteredShare.Cluster(hits.contains(result) ? 1 : 0, 1))
                .toList());
        String words = "Of " + results.size() + " " + probes(share) + ", " + hits.size() + " came out as "
                + outcome(share) + ": " + ShareDecision.percent(known.value());
        return ShareDecision.decide(threshold(share), new ShareDecision.Reading(known.value(), known::interval, words));
    }

    private static String probes(OutcomeShare share) {
        return "probes of the suite " + String.join(",", share.of()) + " in "
                + share.runtime().title();
    }

    private static String outcome(OutcomeShare share) {
        return "\u201c" + share.outcome().words() + "\u201d";
    }

    private static ConditionResult missing(OutcomeShare share, MissingData gap) {
        return ConditionResult.missing(
                List.of(new Evidence(
                        probes(share) + " that come out as " + outcome(share),
                        null,
                        null,
                        share.level(),
                        threshold(share).words(),
                        Outcome.NO_DATA)),
                List.of(gap));
    }

    private static ShareThreshold threshold(OutcomeShare share) {
        return new ShareThreshold(share.level(), share.bound(), share.op(), share.value(), false);
    }
}
