package dev.assay.analysis.claim;

import dev.assay.model.Profile;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each claim its verdict, with a sentence and the evidence. */
public final class ClaimEvaluator {
    private static final String SMOKE =
            "This was a smoke run. It checks that everything works, but measures too little for a verdict.";

    private final ConditionEvaluator conditions;
    private final Profile profile;

    public ClaimEvaluator(ConditionEvaluator conditions, Profile profile) {
        this.conditions = conditions;
        this.profile = profile;
    }

    /** The verdicts of all claims of a run, of which at most one run in twenty has any wrong one. */
    public List<ClaimResult> judge(List<Claim> claims) {
        Map<Claim, ClaimEvaluation> cases = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Rule rule = claim.rule();
            if (rule != null && profile != Profile.SMOKE) {
                cases.put(claim, ClaimEvaluation.of(claim, rule, conditions));
            }
        }
        HolmFamily family = new HolmFamily(cases.values().stream()
                .flatMap(each -> each.decisions().stream())
                .toList());
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimEvaluation known = cases.get(claim);
            results.add(
                    known == null
                            ? untested(claim)
                            : VerdictExplanation.explain(known, family, VerdictDecision.decide(known, family)));
        }
        return results;
    }

    private static ClaimResult untested(Claim claim) {
        String why = claim.rule() == null ? ExplanationText.join(String.valueOf(claim.untestable())) : SMOKE;
        return new ClaimResult(claim, ClaimVerdict.NOT_TESTED, why, List.of());
    }
}
