package dev.assay.analysis.claim;

import dev.assay.analysis.claim.ThresholdDecision.Reason;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Noise;
import dev.assay.stats.Holm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Evaluates measures: finds the figures, holds them against the threshold, and says what they are. */
final class MeasureEvaluator {
    private final EstimandResolver quantities;
    private final Noise noise;

    MeasureEvaluator(EstimandResolver quantities, Noise noise) {
        this.quantities = quantities;
        this.noise = noise;
    }

    /** The canary is a time: it says nothing of bytes. */
    private double resolution(Measure measure) {
        boolean noisy = Boolean.FALSE.equals(noise.canaryPassed())
                && measure.quantity().metric().timed();
        return noisy ? noise.resolution() : 1;
    }

    /** How a measure comes out; without data when any workload or side that it names has none. */
    ConditionResult evaluate(Measure measure) {
        EstimatesByWorkload readings = quantities.resolve(measure.quantity());
        EstimatesByWorkload over = measure.over() == null ? null : quantities.resolve(measure.over());
        List<MissingData> gaps = new ArrayList<>(readings.gaps());
        if (over != null) {
            gaps.addAll(over.gaps());
            if (over.apart()) {
                gaps.add(new MissingData(
                        "one figure to divide by", "'" + over.quantity().estimate() + "' gives several"));
            }
        }
        MeasureExplanation wording = new MeasureExplanation(measure, readings, over, quantities, resolution(measure));
        if (!gaps.isEmpty()) {
            Evidence none =
                    new Evidence(wording.what(), null, null, measure.level(), wording.threshold(), Outcome.NO_DATA);
            return ConditionResult.missing(List.of(none), gaps);
        }
        LogEstimate divisor = over == null ? null : over.whole();
        return readings.apart()
                ? apart(measure, divided(readings, divisor), wording)
                : together(measure, readings, divisor, wording);
    }

    private ConditionResult together(
            Measure measure, EstimatesByWorkload readings, @Nullable LogEstimate divisor, MeasureExplanation wording) {
        ConditionThreshold threshold = new ConditionThreshold(measure, resolution(measure));
        LogEstimate whole =
                divisor == null ? readings.whole() : readings.whole().over(divisor);
        ThresholdDecision decision = threshold.decide(whole);
        List<Evidence> evidence = new ArrayList<>();
        boolean single = readings.byWorkload().size() == 1;
        evidence.add(evidence(wording, measure, single ? readings.byWorkload().firstKey() : null, whole, decision));
        if (!single) {
            divided(readings, divisor)
                    .forEach((workload, reading) ->
                            evidence.add(evidence(wording, measure, workload, reading, threshold.decide(reading))));
        }
        ConditionResult.Clause clause = wording.clause(whole, readings.place(), decision);
        DecisiveEstimate estimate = new DecisiveEstimate(
                measure,
                whole,
                decision,
                resolution(measure),
                readings.byWorkload().size(),
                1);
        return new ConditionResult(
                decision.outcome(),
                evidence,
                List.of(clause),
                List.of(),
                List.of(),
                threshold.strength(whole),
                List.of(estimate));
    }

    private ConditionResult apart(Measure measure, Map<String, LogEstimate> readings, MeasureExplanation wording) {
        ConditionThreshold threshold = new ConditionThreshold(measure, resolution(measure));
        Map<String, ThresholdDecision> alone = new LinkedHashMap<>();
        readings.forEach((workload, reading) -> alone.put(workload, threshold.decide(reading)));
        Map<String, ThresholdDecision> decisions = adjust(measure, readings, alone, threshold);
        List<Evidence> evidence = new ArrayList<>();
        decisions.forEach((workload, decision) -> evidence.add(
                evidence(wording, measure, workload, Objects.requireNonNull(readings.get(workload)), decision)));
        boolean some = measure.quantity().estimate() == Estimator.SOME;
        List<Outcome> all =
                decisions.values().stream().map(ThresholdDecision::outcome).toList();
        Outcome outcome = some
                ? ConditionResult.combine(all, Outcome.HOLDS, Outcome.REFUTED)
                : ConditionResult.combine(all, Outcome.REFUTED, Outcome.HOLDS);
        List<String> holding = decisions.entrySet().stream()
                .filter(entry -> entry.getValue().outcome() == Outcome.HOLDS)
                .map(Map.Entry::getKey)
                .toList();
        List<DecisionPValue> strengths =
                readings.values().stream().map(threshold::strength).toList();
        return new ConditionResult(
                outcome,
                evidence,
                List.of(wording.extreme(readings, decisions)),
                List.of(),
                holding,
                some ? DecisionPValue.any(strengths) : DecisionPValue.all(strengths),
                readings.entrySet().stream()
                        .map(each -> new DecisiveEstimate(
                                measure,
                                each.getValue(),
                                Objects.requireNonNull(alone.get(each.getKey())),
                                resolution(measure),
                                1,
                                readings.size()))
                        .toList());
    }

    /**
     * Adjusts the decisions of workloads. Where one of several is enough to decide, Holm's adjustment guards that outcome: holding of "some",
     * being refuted of "every", whether or not the rule asks for it. Where all must agree none is needed: an intersection-union test keeps its level.
     */
    private static Map<String, ThresholdDecision> adjust(
            Measure measure,
            Map<String, LogEstimate> readings,
            Map<String, ThresholdDecision> alone,
            ConditionThreshold threshold) {
        if (!ConditionThreshold.isStrict(measure)) {
            return alone;
        }
        boolean some = measure.quantity().estimate() == Estimator.SOME;
        Outcome guarded = some ? Outcome.HOLDS : Outcome.REFUTED;
        Map<String, Double> adjusted = adjusted(readings, some ? threshold::pHolds : threshold::pRefuted);
        Map<String, ThresholdDecision> decisions = new LinkedHashMap<>(alone);
        adjusted.forEach((workload, p) -> decisions.computeIfPresent(
                workload,
                (key, decision) -> decision.outcome() == guarded && p > threshold.tail()
                        ? ThresholdDecision.undecided(Reason.HOLM)
                        : decision));
        return decisions;
    }

    private static Map<String, Double> adjusted(
            Map<String, LogEstimate> readings, ToDoubleFunction<LogEstimate> pValue) {
        double[] adjusted =
                Holm.adjust(readings.values().stream().mapToDouble(pValue).toArray());
        Map<String, Double> byWorkload = new LinkedHashMap<>();
        for (String workload : readings.keySet()) {
            byWorkload.put(workload, adjusted[byWorkload.size()]);
        }
        return byWorkload;
    }

    private static Map<String, LogEstimate> divided(EstimatesByWorkload readings, @Nullable LogEstimate divisor) {
        Map<String, LogEstimate> divided = new LinkedHashMap<>();
        readings.byWorkload()
                .forEach((workload, reading) ->
                        divided.put(workload, divisor == null ? reading : reading.over(divisor)));
        return divided;
    }

    private static Evidence evidence(
            MeasureExplanation wording,
            Measure measure,
            @Nullable String workload,
            LogEstimate reading,
            ThresholdDecision decision) {
        return new Evidence(
                wording.what(),
                workload,
                reading.toEstimate(),
                measure.level(),
                wording.threshold(),
                decision.outcome());
    }
}
