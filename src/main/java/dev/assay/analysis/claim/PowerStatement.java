package dev.assay.analysis.claim;

import dev.assay.model.result.Power;
import dev.assay.model.result.Power.Lack;
import dev.assay.text.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run could have found out about a claim, in figures and words. */
final class PowerStatement {
    private static final double DOUBLE = 1;

    private PowerStatement() {}

    /**
     * The power of a condition: where it has several figures, of the one that shows least.
     *
     * @param estimates the figures; none where probes decide, which are seen and not estimated
     * @param probes how many probes decide
     * @param shortage what an inconclusive claim is short of; null for a decided one
     */
    static Power describe(List<DecisiveEstimate> estimates, int probes, @Nullable Shortage shortage) {
        Double effect = largest(estimates);
        double level =
                estimates.stream().mapToDouble(DecisiveEstimate::level).max().orElse(100);
        return new Power(
                effect,
                level,
                shortage == null ? null : shortage.lack(),
                shortage == null ? null : shortage.blocks(),
                ExplanationText.join(
                        probes == 0 ? "" : seen(probes),
                        estimates.isEmpty() ? "" : estimated(effect),
                        shortage == null
                                ? ""
                                : "Limited by " + words(shortage.lack()) + ". " + capital(shortage.why())));
    }

    private static String seen(int probes) {
        return probes == 1
                ? "The probe could have had another outcome. It has no interval, and says nothing about other programs."
                : "Each of the " + probes
                        + " probes could have had another outcome. They have no interval, and say nothing about other programs.";
    }

    private static String estimated(@Nullable Double effect) {
        return effect == null
                ? "This run has too few blocks to detect any difference."
                : "This run could detect a difference of " + words(effect) + " or more from the threshold.";
    }

    /** As a share of the ratio; null where a figure shows nothing. */
    private static @Nullable Double largest(List<DecisiveEstimate> estimates) {
        double largest = 0;
        for (DecisiveEstimate estimate : estimates) {
            Double effect = estimate.smallestEffect();
            if (effect == null) {
                return null;
            }
            largest = Math.max(largest, Math.expm1(effect));
        }
        return estimates.isEmpty() ? null : largest;
    }

    private static String words(Lack lack) {
        return switch (lack) {
            case BUDGET -> "the budget";
            case NOISE -> "noise";
            case DESIGN -> "the design";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(double effect) {
        return effect < DOUBLE ? NumberText.percent(effect) : "a factor of " + NumberText.format(1 + effect);
    }
}
