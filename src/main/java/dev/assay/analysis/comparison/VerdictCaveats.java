package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.PeakMemory;
import dev.assay.analysis.estimate.ValueFlags;
import dev.assay.analysis.estimate.VerdictRules.Judgement;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.analysis.sample.ProgramIdentity;
import dev.assay.analysis.sample.SteadyStateDetection;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Noise;
import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is to be said of a comparison beside what its interval says, and which verdicts it forbids. */
final class VerdictCaveats {
    private final IndexedRecording indexed;
    private final Noise noise;

    VerdictCaveats(IndexedRecording indexed, Noise noise) {
        this.indexed = indexed;
        this.noise = noise;
    }

    /** The judgement with its reservations. */
    Judgement apply(Judgement judgement, ComparisonPairs.Pair pair, Metric metric) {
        boolean moved = judgement.verdict() == Verdict.BETTER || judgement.verdict() == Verdict.WORSE;
        return moved && ProgramIdentity.isComparedWithItself(indexed.header())
                ? new Judgement(
                        Verdict.UNCLEAR,
                        List.of(
                                "both commands run the same program with the same arguments, so the machine caused the difference"))
                : ofMetric(judgement, pair, metric);
    }

    private Judgement ofMetric(Judgement judgement, ComparisonPairs.Pair pair, Metric metric) {
        return switch (metric) {
            case WALL -> wall(judgement, pair);
            case CPU -> cpu(judgement, pair);
            case WORK -> work(judgement, pair);
            case PEAK -> peak(judgement, pair);
            default -> judgement;
        };
    }

    private Judgement wall(Judgement judgement, ComparisonPairs.Pair pair) {
        List<String> near = names(pair, trial -> isNearFloor(trial, Metric.WALL));
        return near.isEmpty()
                ? judgement
                : with(
                        judgement,
                        "near the noise floor: process start-up is more than a tenth of the wall time of "
                                + String.join(" and of ", near));
    }

    private static Judgement cpu(Judgement judgement, ComparisonPairs.Pair pair) {
        List<String> incomplete = names(pair, TrialSamples::losesCpu);
        return incomplete.isEmpty()
                ? judgement
                : new Judgement(
                        Verdict.INCONCLUSIVE,
                        List.of("incomplete CPU time of " + String.join(" and of ", incomplete) + ": "
                                + ValueFlags.WHY_INCOMPLETE));
    }

    private static Judgement work(Judgement judgement, ComparisonPairs.Pair pair) {
        List<String> seldom = names(pair, SteadyStateDetection::isUnknown);
        List<String> unsteady = names(pair, SteadyStateDetection::isUnsteady);
        Judgement judged = seldom.isEmpty()
                ? judgement
                : with(
                        judgement,
                        "steady state unknown: " + String.join(" and ", seldom) + " repeated the work fewer than "
                                + SteadyStateSummary.FEWEST + " times per process");
        return unsteady.isEmpty()
                ? judged
                : with(
                        judged,
                        "unsteady: most processes of " + String.join(" and of ", unsteady)
                                + " reached no steady state, so the last quarter of their repetitions is used");
    }

    /** A peak at the floor is an upper bound: it can show that this side is smaller, and nothing else. */
    private Judgement peak(Judgement judgement, ComparisonPairs.Pair pair) {
        Judgement judged = judgement;
        List<String> near = names(pair, trial -> isNearFloor(trial, Metric.PEAK));
        if (!near.isEmpty()) {
            boolean contender = isNearFloor(pair.contender(), Metric.PEAK);
            boolean shown = near.size() == 1 && judgement.verdict() == (contender ? Verdict.BETTER : Verdict.WORSE);
            String atMost = "at the floor: " + String.join(" and ", near)
                    + " used no more memory than a program that does nothing";
            judged = shown
                    ? with(judgement, atMost + ", so the ratio may be farther from 1")
                    : new Judgement(Verdict.INCONCLUSIVE, List.of(atMost));
        }
        return together(
                together(judged, pair, pair.baseline(), pair.contender()), pair, pair.contender(), pair.baseline());
    }

    private static Judgement together(
            Judgement judgement, ComparisonPairs.Pair pair, TrialSamples side, TrialSamples other) {
        return PeakMemory.isTogether(side, other)
                ? with(
                        judgement,
                        name(side, pair) + " is measured over its " + Sample.processes(side.counted())
                                + " processes together")
                : judgement;
    }

    private boolean isNearFloor(TrialSamples trial, Metric metric) {
        return ValueFlags.isNearFloor(indexed, trial, metric, noise);
    }

    private static Judgement with(Judgement judgement, String reason) {
        List<String> reasons = new ArrayList<>(judgement.reasons());
        reasons.add(reason);
        return new Judgement(judgement.verdict(), reasons);
    }

    private static List<String> names(ComparisonPairs.Pair pair, Predicate<TrialSamples> wanted) {
        return Stream.of(pair.baseline(), pair.contender())
                .filter(wanted)
                .map(side -> name(side, pair))
                .toList();
    }

    private static String name(TrialSamples side, ComparisonPairs.Pair pair) {
        TrialId id = side.id();
        boolean alike =
                pair.baseline().id().label().equals(pair.contender().id().label());
        return id.label() + (alike ? " with " + Plurals.count(id.threads(), "thread") : "");
    }
}
