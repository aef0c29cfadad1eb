package dev.assay.analysis.claim;

import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How a condition came out, and what is to be said of it.
 *
 * @param outcome how it came out
 * @param evidence the figures it rests on
 * @param clauses what the figures say, for the sentence
 * @param gaps what is missing
 * @param holding the workloads in which it holds by itself, where a rule asks for each or any
 * @param strength how sure the outcome is
 * @param estimates the figures that decide it; none where it is seen and not estimated
 */
record ConditionResult(
        Outcome outcome,
        List<Evidence> evidence,
        List<Clause> clauses,
        List<MissingData> gaps,
        List<String> holding,
        DecisionPValue strength,
        List<DecisiveEstimate> estimates) {
    /** What was seen and not estimated. */
    ConditionResult(
            Outcome outcome,
            List<Evidence> evidence,
            List<Clause> clauses,
            List<MissingData> gaps,
            List<String> holding) {
        this(outcome, evidence, clauses, gaps, holding, DecisionPValue.seen(outcome), List.of());
    }

    /**
     * A part of a verdict's sentence.
     *
     * @param statement what was measured, with figures
     * @param asked what the rule asks for; empty where the statement says it too
     * @param relation how the two lie to each other; empty, or words that follow
     */
    record Clause(String statement, String asked, String relation) {
        Clause with(String more) {
            return new Clause(statement, asked, relation + more);
        }
    }

    /** A condition that nothing could decide. */
    static ConditionResult missing(List<Evidence> evidence, List<MissingData> gaps) {
        return new ConditionResult(Outcome.NO_DATA, evidence, List.of(), gaps, List.of());
    }

    /**
     * All together: refuted when one part is, whatever the others lack; else without data when one part is; else the weakest part. A part that
     * refutes alone is the best of several, so it must do so after Holm's adjustment.
     */
    static ConditionResult all(List<ConditionResult> parts) {
        return join(parts, Outcome.REFUTED, Outcome.HOLDS, DecisionPValue.all(strengths(parts)));
    }

    /** All together of those that have data; of the others the evidence says that they have none. */
    static ConditionResult allMeasured(List<ConditionResult> parts) {
        List<ConditionResult> measured =
                parts.stream().filter(part -> part.outcome() != Outcome.NO_DATA).toList();
        if (measured.isEmpty()) {
            return all(parts);
        }
        ConditionResult all = all(measured);
        return new ConditionResult(
                all.outcome(),
                collect(parts, ConditionResult::evidence),
                all.clauses(),
                all.gaps(),
                all.holding(),
                all.strength(),
                all.estimates());
    }

    /**
     * Any of them: holds when one part does, whatever the others lack; else without data when one part is; else the strongest part. The part
     * that holds is the best of several, so it must do so after Holm's adjustment.
     */
    static ConditionResult any(List<ConditionResult> parts) {
        return join(parts, Outcome.HOLDS, Outcome.REFUTED, DecisionPValue.any(strengths(parts)));
    }

    private static List<DecisionPValue> strengths(List<ConditionResult> parts) {
        return parts.stream().map(ConditionResult::strength).toList();
    }

    private static ConditionResult join(
            List<ConditionResult> parts, Outcome decisive, Outcome unanimous, DecisionPValue strength) {
        List<Outcome> outcomes = parts.stream().map(ConditionResult::outcome).toList();
        Outcome outcome = combine(outcomes, decisive, unanimous);
        List<Clause> clauses = collect(parts, ConditionResult::clauses);
        double sure = decisive == Outcome.HOLDS ? strength.holds() : strength.refuted();
        if (outcome == decisive && sure > 1) {
            outcome = combine(
                    outcomes.stream()
                            .map(each -> each == decisive ? Outcome.UNDECIDED : each)
                            .toList(),
                    decisive,
                    unanimous);
            clauses.replaceAll(clause -> clause.with(
                    "; not significant after Holm correction for the " + parts.size() + " parts of the rule"));
        }
        return new ConditionResult(
                outcome,
                collect(parts, ConditionResult::evidence),
                clauses,
                collect(parts, ConditionResult::gaps),
                collect(parts, ConditionResult::holding),
                strength,
                collect(parts, ConditionResult::estimates));
    }

    /** The outcome that decides alone, if it is there; else no data, undecided, or the one that all share. */
    static Outcome combine(List<Outcome> outcomes, Outcome decisive, Outcome unanimous) {
        if (outcomes.contains(decisive)) {
            return decisive;
        }
        if (outcomes.contains(Outcome.NO_DATA)) {
            return Outcome.NO_DATA;
        }
        return outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : unanimous;
    }

    private static <T> List<T> collect(List<ConditionResult> parts, Function<ConditionResult, List<T>> field) {
        List<T> joined = new ArrayList<>();
        parts.forEach(part -> joined.addAll(field.apply(part)));
        return joined;
    }
}
