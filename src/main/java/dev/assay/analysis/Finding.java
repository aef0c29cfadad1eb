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
 */
record Finding(Outcome outcome, List<Evidence> evidence, List<Clause> clauses, List<Gap> gaps, List<String> holding) {

    /**
     * A part of a verdict's sentence.
     *
     * @param statement what was measured, with figures
     * @param asked what the rule asks for; empty where the statement says it too
     * @param relation how the two lie to each other; empty, or words that follow
     */
    record Clause(String statement, String asked, String relation) {}

    /** A condition that nothing could decide. */
    static Finding missing(List<Evidence> evidence, List<Gap> gaps) {
        return new Finding(Outcome.NO_DATA, evidence, List.of(), gaps, List.of());
    }

    /** All together: refuted when one part is, whatever the others lack; else without data when one part is; else the weakest part. */
    static Finding all(List<Finding> parts) {
        return join(parts, Outcome.REFUTED, Outcome.HOLDS);
    }

    /** Any of them: holds when one part does, whatever the others lack; else without data when one part is; else the strongest part. */
    static Finding any(List<Finding> parts) {
        return join(parts, Outcome.HOLDS, Outcome.REFUTED);
    }

    private static Finding join(List<Finding> parts, Outcome decisive, Outcome unanimous) {
        List<Outcome> outcomes = parts.stream().map(Finding::outcome).toList();
        return new Finding(
                combine(outcomes, decisive, unanimous),
                collect(parts, Finding::evidence),
                collect(parts, Finding::clauses),
                collect(parts, Finding::gaps),
                collect(parts, Finding::holding));
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
