package dev.assay.analysis;

import dev.assay.model.Claim;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.Profile;
import dev.assay.model.Rule;
import dev.assay.stats.Attainable;
import dev.assay.stats.Holm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each claim its verdict, with a sentence and the evidence. */
final class Judge {
    private static final String SMOKE =
            "This was a smoke run, which shows that everything works and measures too little for a verdict.";

    private static final double LEVEL = 0.05;

    private final Conditions conditions;
    private final Profile profile;

    Judge(Conditions conditions, Profile profile) {
        this.conditions = conditions;
        this.profile = profile;
    }

    /**
     * The verdicts of all claims of a run. Those that their intervals decide are a family: with forty claims, one that is wrong one time in
     * twenty would be wrong in most runs. So the verdicts stand that stand after Holm's adjustment, by which at most one run in twenty has
     * any wrong verdict. Its members are the claims that have data and whose guards hold, whatever comes of them.
     */
    List<ClaimResult> judge(List<Claim> claims) {
        List<Draft> drafts = claims.stream().map(this::draft).toList();
        List<Draft> family =
                drafts.stream().filter(draft -> draft.strength() != null).toList();
        double[] adjusted = Holm.adjust(family.stream()
                .map(Draft::strength)
                .mapToDouble(strength -> Objects.requireNonNull(strength).p())
                .toArray());
        Set<Draft> open = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < adjusted.length; i++) {
            if (Objects.requireNonNull(family.get(i).strength()).isOpenAt(adjusted[i])) {
                open.add(family.get(i));
            }
        }
        return drafts.stream()
                .map(draft -> open.contains(draft) ? leftOpen(draft, family.size()) : draft.result())
                .toList();
    }

    /**
     * A claim judged by itself.
     *
     * @param result its verdict
     * @param strength how sure it is; null for what no interval decided
     */
    private record Draft(ClaimResult result, @Nullable Strength strength) {}

    private static ClaimResult leftOpen(Draft draft, int claims) {
        ClaimResult result = draft.result();
        int blocks = result.evidence().stream()
                .map(Evidence::estimate)
                .mapToInt(
                        estimate -> estimate == null || estimate.blocks() == 0 ? Integer.MAX_VALUE : estimate.blocks())
                .min()
                .orElse(Integer.MAX_VALUE);
        String more = Attainable.reaches(blocks, claims, LEVEL)
                ? ""
                : "; so many take at least " + Attainable.fewest(claims, LEVEL) + " blocks";
        return new ClaimResult(
                result.claim(),
                ClaimVerdict.INCONCLUSIVE,
                Sentences.join(
                        result.sentence(),
                        "By itself that would decide, but " + claims
                                + " claims are decided in this run, and Holm's adjustment for that many leaves this one open"
                                + more),
                result.evidence());
    }

    private Draft draft(Claim claim) {
        Rule rule = claim.rule();
        if (rule == null) {
            String why = Sentences.join(String.valueOf(claim.untestable()));
            return new Draft(new ClaimResult(claim, ClaimVerdict.NOT_TESTED, why, List.of()), null);
        }
        return profile == Profile.SMOKE
                ? new Draft(new ClaimResult(claim, ClaimVerdict.NOT_TESTED, SMOKE, List.of()), null)
                : draft(claim, rule);
    }

    private Draft draft(Claim claim, Rule rule) {
        Finding main = conditions.evaluate(rule.when());
        List<Finding> guards = rule.guards().stream()
                .map(guard -> conditions.evaluate(guard.when()))
                .toList();
        List<Finding> reservations = rule.partly().stream()
                .map(partly -> conditions.evaluate(partly.when()))
                .toList();
        List<Evidence> evidence = new ArrayList<>(main.evidence());
        guards.forEach(finding -> evidence.addAll(finding.evidence()));
        reservations.forEach(finding -> evidence.addAll(finding.evidence()));

        Ruling ruling = notTested(main, guards);
        if (ruling == null) {
            ruling = guarded(rule, guards);
        }
        if (ruling != null) {
            return new Draft(new ClaimResult(claim, ruling.verdict(), ruling.sentence(), evidence), null);
        }
        Ruling decided = decided(rule, main, reservations);
        return new Draft(new ClaimResult(claim, decided.verdict(), decided.sentence(), evidence), main.strength());
    }

    private record Ruling(ClaimVerdict verdict, String sentence) {}

    private static @Nullable Ruling notTested(Finding main, List<Finding> guards) {
        List<Gap> gaps = new ArrayList<>();
        if (main.outcome() == Outcome.NO_DATA) {
            gaps.addAll(main.gaps());
        }
        guards.stream().filter(guard -> guard.outcome() == Outcome.NO_DATA).forEach(guard -> gaps.addAll(guard.gaps()));
        return gaps.isEmpty()
                ? null
                : new Ruling(ClaimVerdict.NOT_TESTED, Sentences.join("The rule needs " + Gap.describe(gaps)));
    }

    private static @Nullable Ruling guarded(Rule rule, List<Finding> guards) {
        for (int i = 0; i < guards.size(); i++) {
            if (guards.get(i).outcome() != Outcome.HOLDS) {
                String otherwise = rule.guards().get(i).otherwise();
                String figures = Sentences.figures(guards.get(i).clauses());
                return new Ruling(ClaimVerdict.INCONCLUSIVE, Sentences.join(figures, otherwise));
            }
        }
        return null;
    }

    private static Ruling decided(Rule rule, Finding main, List<Finding> reservations) {
        String figures = Sentences.figures(main.clauses());
        return switch (main.outcome()) {
            case HOLDS -> supported(rule, figures, reservations);
            case REFUTED ->
                new Ruling(
                        ClaimVerdict.REFUTED, Sentences.join(figures, Objects.requireNonNullElse(rule.refuted(), "")));
            case UNDECIDED, NO_DATA -> new Ruling(ClaimVerdict.INCONCLUSIVE, Sentences.join(figures));
        };
    }

    private static Ruling supported(Rule rule, String figures, List<Finding> reservations) {
        List<String> sentences = new ArrayList<>(List.of(figures));
        ClaimVerdict verdict = ClaimVerdict.SUPPORTED;
        for (int i = 0; i < reservations.size(); i++) {
            if (reservations.get(i).outcome() == Outcome.HOLDS) {
                verdict = ClaimVerdict.PARTLY;
                sentences.add(Sentences.naming(
                        rule.partly().get(i).because(), reservations.get(i).holding()));
            }
        }
        ClaimVerdict cap = rule.cap();
        if (cap != null && verdict.compareTo(cap) < 0) {
            verdict = cap;
            sentences.add("The rule allows no better verdict than '" + cap + "'");
        }
        return new Ruling(verdict, Sentences.join(sentences.toArray(String[]::new)));
    }
}
