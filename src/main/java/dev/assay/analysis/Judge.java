package dev.assay.analysis;

import dev.assay.model.Claim;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.Profile;
import dev.assay.model.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each claim its verdict, with a sentence and the evidence. */
final class Judge {
    private static final String SMOKE =
            "This was a smoke run, which shows that everything works and measures too little for a verdict.";

    private final Conditions conditions;
    private final Profile profile;

    Judge(Conditions conditions, Profile profile) {
        this.conditions = conditions;
        this.profile = profile;
    }

    /** The verdict of a claim. */
    ClaimResult judge(Claim claim) {
        Rule rule = claim.rule();
        if (rule == null) {
            return new ClaimResult(
                    claim, ClaimVerdict.NOT_TESTED, Sentences.join(String.valueOf(claim.untestable())), List.of());
        }
        if (profile == Profile.SMOKE) {
            return new ClaimResult(claim, ClaimVerdict.NOT_TESTED, SMOKE, List.of());
        }
        return judge(claim, rule);
    }

    private ClaimResult judge(Claim claim, Rule rule) {
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
        if (ruling == null) {
            ruling = decided(rule, main, reservations);
        }
        return new ClaimResult(claim, ruling.verdict(), ruling.sentence(), evidence);
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
            case REFUTED -> new Ruling(ClaimVerdict.REFUTED, Sentences.join(figures));
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
