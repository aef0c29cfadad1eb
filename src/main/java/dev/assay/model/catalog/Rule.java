package dev.assay.model.catalog;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decides a claim.
 *
 * @param summary the rule in words, for a reader
 * @param when the claim is supported when this holds and refuted when it is itself refuted
 * @param guards what must hold for the evidence to count at all
 * @param partly what turns supported into partly
 * @param cap the best verdict the rule can give; null when there is no limit
 * @param changed how the rule was when its claim was first decided; null when it is still the same
 * @param refuted why a claim that is refuted does not hold, and where a reader can see it; null when the figures say all
 */
public record Rule(
        String summary,
        Condition when,
        List<Guard> guards,
        List<Partly> partly,
        @Nullable ClaimVerdict cap,
        @Nullable Change changed,
        @Nullable String refuted) {
    public Rule {
        guards = List.copyOf(guards);
        partly = List.copyOf(partly);
    }

    /** A rule that has never been changed. */
    public Rule(
            String summary,
            Condition when,
            List<Guard> guards,
            List<Partly> partly,
            @Nullable ClaimVerdict cap,
            @Nullable String refuted) {
        this(summary, when, guards, partly, cap, null, refuted);
    }

    /** Everything that it estimates: for its condition, its guards and its reservations. */
    public List<Condition.Quantity> quantities() {
        return Stream.of(
                        Stream.of(when),
                        guards.stream().map(Guard::when),
                        partly.stream().map(Partly::when))
                .flatMap(Function.identity())
                .flatMap(condition -> condition.quantities().stream())
                .toList();
    }

    /**
     * A change after the claim was first decided.
     *
     * @param since the day from which on the rule is as it is, ISO 8601
     * @param was what was different before, in words
     */
    public record Change(String since, String was) {}

    /**
     * A precondition.
     *
     * @param when must hold
     * @param otherwise why the claim is inconclusive when it does not
     */
    public record Guard(Condition when, String otherwise) {}

    /**
     * A reservation.
     *
     * @param when makes the verdict partly where it definitely holds
     * @param because the reservation in words
     */
    public record Partly(Condition when, String because) {}
}
