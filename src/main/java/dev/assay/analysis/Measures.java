package dev.assay.analysis;

import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.Condition.Estimator;
import dev.assay.model.Condition.Measure;
import dev.assay.model.Noise;
import dev.assay.stats.Holm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Evaluates measures: finds the figures, holds them against the threshold, and says what they are. */
final class Measures {
    private final Quantities quantities;
    private final Noise noise;

    Measures(Quantities quantities, Noise noise) {
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
    Finding evaluate(Measure measure) {
        Readings readings = quantities.of(measure.quantity());
        Readings over = measure.over() == null ? null : quantities.of(measure.over());
        List<Gap> gaps = new ArrayList<>(readings.gaps());
        if (over != null) {
            gaps.addAll(over.gaps());
            if (over.apart()) {
                gaps.add(
                        new Gap("one figure to divide by", "'" + over.quantity().estimate() + "' gives several"));
            }
        }
        Wording wording = new Wording(measure, readings, over, quantities, resolution(measure));
        if (!gaps.isEmpty()) {
            Evidence none =
                    new Evidence(wording.what(), null, null, measure.level(), wording.threshold(), Outcome.NO_DATA);
            return Finding.missing(List.of(none), gaps);
        }
        Reading divisor = over == null ? null : over.whole();
        return readings.apart()
                ? apart(measure, divided(readings, divisor), wording)
                : together(measure, readings, divisor, wording);
    }

    private Finding together(Measure measure, Readings readings, @Nullable Reading divisor, Wording wording) {
        Threshold threshold = new Threshold(measure, resolution(measure));
        Reading whole = divisor == null ? readings.whole() : readings.whole().over(divisor);
        Outcome outcome = threshold.outcome(whole);
        List<Evidence> evidence = new ArrayList<>();
        boolean single = readings.byWorkload().size() == 1;
        evidence.add(evidence(wording, measure, single ? readings.byWorkload().firstKey() : null, whole, outcome));
        if (!single) {
            divided(readings, divisor)
                    .forEach((workload, reading) ->
                            evidence.add(evidence(wording, measure, workload, reading, threshold.outcome(reading))));
        }
        Finding.Clause clause = wording.clause(whole, readings.place(), outcome);
        Stake stake = new Stake(
                measure, whole, resolution(measure), readings.byWorkload().size(), 1);
        return new Finding(
                outcome, evidence, List.of(clause), List.of(), List.of(), threshold.strength(whole), List.of(stake));
    }

    private Finding apart(Measure measure, Map<String, Reading> readings, Wording wording) {
        Map<String, Outcome> outcomes = outcomes(measure, readings);
        List<Evidence> evidence = new ArrayList<>();
        outcomes.forEach((workload, outcome) -> evidence.add(
                evidence(wording, measure, workload, Objects.requireNonNull(readings.get(workload)), outcome)));
        boolean some = measure.quantity().estimate() == Estimator.SOME;
        List<Outcome> all = List.copyOf(outcomes.values());
        Outcome outcome = some
                ? Finding.combine(all, Outcome.HOLDS, Outcome.REFUTED)
                : Finding.combine(all, Outcome.REFUTED, Outcome.HOLDS);
        List<String> holding = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.HOLDS)
                .map(Map.Entry::getKey)
                .toList();
        Threshold threshold = new Threshold(measure, resolution(measure));
        List<Strength> strengths =
                readings.values().stream().map(threshold::strength).toList();
        return new Finding(
                outcome,
                evidence,
                List.of(wording.extreme(readings, outcomes)),
                List.of(),
                holding,
                some ? Strength.any(strengths) : Strength.all(strengths),
                readings.values().stream()
                        .map(reading -> new Stake(measure, reading, resolution(measure), 1, readings.size()))
                        .toList());
    }

    /**
     * The outcome of each workload. Where one of several is enough to decide, Holm's adjustment guards that outcome: holding of "some",
     * being refuted of "every", whether or not the rule asks for it. Where all must agree none is needed: an intersection-union test keeps its level.
     */
    private Map<String, Outcome> outcomes(Measure measure, Map<String, Reading> readings) {
        Threshold threshold = new Threshold(measure, resolution(measure));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        readings.forEach((workload, reading) -> outcomes.put(workload, threshold.outcome(reading)));
        if (!threshold.strict()) {
            return outcomes;
        }
        boolean some = measure.quantity().estimate() == Estimator.SOME;
        Outcome guarded = some ? Outcome.HOLDS : Outcome.REFUTED;
        Map<String, Double> adjusted = adjusted(readings, some ? threshold::pHolds : threshold::pRefuted);
        adjusted.forEach((workload, p) -> outcomes.computeIfPresent(
                workload, (key, outcome) -> outcome == guarded && p > threshold.tail() ? Outcome.UNDECIDED : outcome));
        return outcomes;
    }

    private static Map<String, Double> adjusted(Map<String, Reading> readings, ToDoubleFunction<Reading> pValue) {
        double[] adjusted =
                Holm.adjust(readings.values().stream().mapToDouble(pValue).toArray());
        Map<String, Double> byWorkload = new LinkedHashMap<>();
        for (String workload : readings.keySet()) {
            byWorkload.put(workload, adjusted[byWorkload.size()]);
        }
        return byWorkload;
    }

    private static Map<String, Reading> divided(Readings readings, @Nullable Reading divisor) {
        Map<String, Reading> divided = new LinkedHashMap<>();
        readings.byWorkload()
                .forEach((workload, reading) ->
                        divided.put(workload, divisor == null ? reading : reading.over(divisor)));
        return divided;
    }

    private static Evidence evidence(
            Wording wording, Measure measure, @Nullable String workload, Reading reading, Outcome outcome) {
        return new Evidence(
                wording.what(), workload, reading.toEstimate(), measure.level(), wording.threshold(), outcome);
    }
}
