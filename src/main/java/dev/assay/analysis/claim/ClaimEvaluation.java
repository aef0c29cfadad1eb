package dev.assay.analysis.claim;

import dev.assay.analysis.claim.HolmFamily.Decision;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim, and how everything that its rule names came out by itself.
 *
 * @param claim the claim
 * @param rule its rule
 * @param main what decides it; as uncertain as its guards, without which it says nothing
 * @param guards what must hold for the evidence to count
 * @param reservations what turns supported into partly, in the order of the rule
 * @param byWall the rule's condition by wall time; null where it compares no times of work
 */
record ClaimEvaluation(
        Claim claim,
        Rule rule,
        Decision main,
        List<ConditionResult> guards,
        List<Decision> reservations,
        @Nullable Decision byWall) {

    static ClaimEvaluation of(Claim claim, Rule rule, ConditionEvaluator conditions) {
        List<ConditionResult> guards = rule.guards().stream()
                .map(guard -> conditions.evaluate(guard.when()))
                .toList();
        Condition byWall = OtherClock.byWall(rule.when());
        return new ClaimEvaluation(
                claim,
                rule,
                Decision.of(conditions.evaluate(rule.when()), guards),
                guards,
                rule.partly().stream()
                        .map(partly -> Decision.of(conditions.evaluate(partly.when())))
                        .toList(),
                byWall == null ? null : Decision.of(conditions.evaluate(byWall)));
    }

    /** What it adds to the decisions of the run: nothing where data or a guard is missing, for then nothing is decided. */
    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        if (hasData(main) && guards.stream().allMatch(guard -> guard.outcome() == Outcome.HOLDS)) {
            decisions.add(main);
            reservations.stream().filter(ClaimEvaluation::hasData).forEach(decisions::add);
            if (byWall != null && hasData(byWall)) {
                decisions.add(byWall);
            }
        }
        return decisions;
    }

    private static boolean hasData(Decision decision) {
        return decision.result().outcome() != Outcome.NO_DATA;
    }
}
