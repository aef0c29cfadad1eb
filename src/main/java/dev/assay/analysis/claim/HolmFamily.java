package dev.assay.analysis.claim;

import dev.assay.stats.Holm;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one run decides by intervals: the claims, their reservations, and whether another clock contradicts. With forty decisions, one that
 * is wrong one time in twenty would be wrong in most runs. So those stand that stand after Holm's adjustment, by which at most one run in twenty
 * has any wrong one. A decision is a member whatever comes of it.
 */
final class HolmFamily {
    private static final double LEVEL = 0.05;

    private final Map<Decision, Double> adjusted = new HashMap<>();

    /** Something that a condition decides, with the p-value of whichever outcome is nearer. */
    static final class Decision {
        private final ConditionResult result;
        private final double p;

        private Decision(ConditionResult result, double p) {
            this.result = result;
            this.p = p;
        }

        /** By one condition. */
        static Decision of(ConditionResult result) {
            return new Decision(result, result.strength().p());
        }

        /** By a condition that says something only where others hold: it is as uncertain as the least certain of them. */
        static Decision of(ConditionResult result, List<ConditionResult> guards) {
            double weakest = guards.stream()
                    .mapToDouble(guard -> guard.strength().pHolds())
                    .max()
                    .orElse(0);
            return new Decision(result, Math.max(result.strength().p(), weakest));
        }

        ConditionResult result() {
            return result;
        }
    }

    HolmFamily(Collection<Decision> members) {
        List<Decision> ordered = List.copyOf(members);
        double[] all =
                Holm.adjust(ordered.stream().mapToDouble(member -> member.p).toArray());
        for (int i = 0; i < all.length; i++) {
            adjusted.put(ordered.get(i), all[i]);
        }
    }

    /** Whether a member's outcome no longer stands, though it would by itself. */
    boolean leavesOpen(Decision member) {
        Double p = adjusted.get(member);
        return p != null && p > LEVEL && member.p <= LEVEL;
    }

    int size() {
        return adjusted.size();
    }
}
