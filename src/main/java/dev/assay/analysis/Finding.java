package dev.assay.analysis;

import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
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
 * @param stakes the figures that decide it; none where it is seen and not estimated
 */
record Finding(
        Outcome outcome,
        List<Evidence> evidence,
        List<Clause> clauses,
        List<Gap> gaps,
        List<String> holding,
        Strength strength,
        List<Stake> stakes) {
    /** What was seen and not estimated. */
    Finding(Outcome outcome, List<Evidence> evidence, List<Clause> clauses, List<Gap> gaps, List<String> holding) {
        this(outcome, evidence, clauses, gaps, holding, Strength.seen(outcome), List.of());
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
    static Finding missing(List<Evidence> evidence, List<Gap> gaps) {
        return new Finding(Outcome.NO_DATA, evidence, List.of(), gaps, List.of());
    }

    /**
     * All together: refuted when one part is, whatever the others lack; else without data when one part is; else the weakest part. A part that
     * refutes alone is the best of several, so it must do so after Holm's adjustment.
     */
    static Finding all(List<Finding> parts) {
        return join(parts, Outcome.REFUTED, Outcome.HOLDS, Strength.all(strengths(parts)));
    }

    /** All together of those that have data; of the others the evidence says that they have none. */
    static Finding allMeasured(List<Finding> parts) {
        List<Finding> measured =
                parts.stream().filter(part -> part.outcome() != Outcome.NO_DATA).toList();
        if (measured.isEmpty()) {
            return all(parts);
        }
        Finding all = all(measured);
        return new Finding(
                all.outcome(),
                collect(parts, Finding::evidence),
                all.clauses(),
                all.gaps(),
                all.holding(),
                all.strength(),
                all.stakes());
    }

    /**
     * Any of them: holds when one part does, whatever the others lack; else without data when one part is; else the strongest part. The part
     * that holds is the best of several, so it must do so after Holm's adjustment.
     */
    static Finding any(List<Finding> parts) {
        return join(parts, Outcome.HOLDS, Outcome.REFUTED, Strength.any(strengths(parts)));
    }

    private static List<Strength> strengths(List<Finding> parts) {
        return parts.stream().map(Finding::strength).toList();
    }

    private static Finding join(List<Finding> parts, Outcome decisive, Outcome unanimous, Strength strength) {
        List<Outcome> outcomes = parts.stream().map(Finding::outcome).toList();
        Outcome outcome = combine(outcomes, decisive, unanimous);
        List<Clause> clauses = collect(parts, Finding::clauses);
        double sure = decisive == Outcome.HOLDS ? strength.holds() : strength.refuted();
        if (outcome == decisive && sure > 1) {
            outcome = combine(
                    outcomes.stream()
                            .map(each -> each == decisive ? Outcome.UNDECIDED : each)
                            .toList(),
                    decisive,
                    unanimous);
            clauses.replaceAll(clause -> clause.with(
                    ", which Holm's adjustment for the " + parts.size() + " parts of the rule leaves open"));
        }
        return new Finding(
                outcome,
                collect(parts, Finding::evidence),
                clauses,
                collect(parts, Finding::gaps),
                collect(parts, Finding::holding),
                strength,
                collect(parts, Finding::stakes));
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

    private static <T> List<T> collect(List<Finding> parts, Function<Finding, List<T>> field) {
        List<T> joined = new ArrayList<>();
        parts.forEach(part -> joined.addAll(field.apply(part)));
        return joined;
    }
}
