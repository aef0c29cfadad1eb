package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.MistakeFinder;
import dev.assay.model.catalog.MistakeShare;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.MistakePair;
import dev.assay.stats.ClusteredShare;
import dev.assay.stats.ShareDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Holds shares of seeded mistakes against thresholds. A program is a cluster: its mistakes resemble each other. */
final class ShareEvaluator {
    private static final int FEWEST_PROGRAMS = 2;
    private final IndexedRecording indexed;

    ShareEvaluator(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** How a share comes out; without data where fewer than two programs were tried in both languages. */
    ConditionResult evaluate(MistakeShare share) {
        Map<String, List<MistakePair>> programs = new LinkedHashMap<>();
        MistakePair.of(indexed.probes()).stream()
                .filter(pair -> share.of().contains(pair.suite()))
                .forEach(pair -> programs.computeIfAbsent(pair.program(), name -> new ArrayList<>())
                        .add(pair));
        if (programs.size() < FEWEST_PROGRAMS) {
            String suites = String.join(",", share.of());
            return ConditionResult.missing(
                    List.of(new Evidence(
                            what(share),
                            null,
                            null,
                            share.level(),
                            threshold(share).words(),
                            Outcome.NO_DATA)),
                    List.of(new MissingData(
                            "the mistakes of the suite " + suites,
                            "they take minutes, so they are tried only on request: run with --suite=" + suites)));
        }
        return ShareDecision.decide(threshold(share), reading(share, programs.values()));
    }

    private static ShareDecision.Reading reading(MistakeShare share, Collection<List<MistakePair>> programs) {
        List<MistakeFinder> finders = share.finders();
        MistakeFinder last = finders.get(finders.size() - 1);
        ClusteredShare contender = count(programs, pair -> pair.ends(share.fate(), last));
        String all = last.title() + ": " + ShareDecision.percent(contender.value()) + " of " + contender.count()
                + " mistakes in " + programs.size() + " programs "
                + share.fate().verb();
        if (finders.size() == 1) {
            return new ShareDecision.Reading(contender.value(), contender::interval, all);
        }
        MistakeFinder first = finders.get(0);
        ClusteredShare baseline = count(programs, pair -> pair.ends(share.fate(), first));
        ShareDifference difference = new ShareDifference(
                count(programs, pair -> pair.ends(share.fate(), last) && !pair.ends(share.fate(), first)),
                count(programs, pair -> pair.ends(share.fate(), first) && !pair.ends(share.fate(), last)));
        return new ShareDecision.Reading(
                difference.value(),
                difference::interval,
                all + ". " + first.title() + ": " + ShareDecision.percent(baseline.value()) + ". Difference: "
                        + ShareDecision.points(difference.value()));
    }

    private static ClusteredShare count(Collection<List<MistakePair>> programs, Predicate<MistakePair> hit) {
        return new ClusteredShare(programs.stream()
                .map(pairs -> new ClusteredShare.Cluster(
                        (int) pairs.stream().filter(hit).count(), pairs.size()))
                .toList());
    }

    private static String what(MistakeShare share) {
        return "mistakes that " + share.fate().verb() + ": "
                + String.join(
                        " against ",
                        share.finders().stream().map(MistakeFinder::title).toList());
    }

    private static ShareThreshold threshold(MistakeShare share) {
        return new ShareThreshold(
                share.level(),
                share.bound(),
                share.op(),
                share.value(),
                share.finders().size() > 1);
    }
}
