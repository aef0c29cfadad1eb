package dev.assay.analysis;

import dev.assay.model.Power;
import dev.assay.model.Power.Lack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run could have found out about a claim, in figures and words. */
final class Powers {
    private static final double DOUBLE = 1;

    private Powers() {}

    /**
     * The power of a condition: where it has several figures, of the one that shows least.
     *
     * @param stakes the figures; none where probes decide, which are seen and not estimated
     * @param shortage what an inconclusive claim is short of; null for a decided one
     * @return null where there is nothing to say
     */
    static @Nullable Power of(List<Stake> stakes, @Nullable Shortage shortage) {
        if (stakes.isEmpty() && shortage == null) {
            return null;
        }
        Double effect = largest(stakes);
        double level = stakes.stream().mapToDouble(Stake::level).max().orElse(100);
        String found = stakes.isEmpty()
                ? ""
                : effect == null
                        ? "This run could have shown no difference, however large: it has too few blocks."
                        : "This run could have shown a difference of " + words(effect) + " or more from the threshold.";
        return new Power(
                effect,
                level,
                shortage == null ? null : shortage.lack(),
                shortage == null ? null : shortage.blocks(),
                Sentences.join(
                        found,
                        shortage == null
                                ? ""
                                : "What was short: " + words(shortage.lack()) + ". " + capital(shortage.why())));
    }

    /** As a share of the ratio; null where a figure shows nothing. */
    private static @Nullable Double largest(List<Stake> stakes) {
        double largest = 0;
        for (Stake stake : stakes) {
            Double effect = stake.smallestEffect();
            if (effect == null) {
                return null;
            }
            largest = Math.max(largest, Math.expm1(effect));
        }
        return stakes.isEmpty() ? null : largest;
    }

    private static String words(Lack lack) {
        return switch (lack) {
            case BUDGET -> "the budget";
            case NOISE -> "a quiet machine (noise)";
            case DESIGN -> "the design";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(double effect) {
        return effect < DOUBLE ? Numbers.percent(effect) : "a factor of " + Numbers.show(1 + effect);
    }
}
