package dev.assay.model.result;

import org.jspecify.annotations.Nullable;

/**
 * What is shown beside a comparison's typical ratio. Nothing of it decides its verdict.
 *
 * @param withSpikes the cost including spikes; null for peaks of memory, and where a mean has no spread
 * @param net the ratio less what starting costs; null where that is not known
 * @param closeTo whether the baseline was shown to be at most so much worse than the contender; null where nobody asks
 * @param screened how sure it is that the ratio lies beyond the margin on the side of its estimate, among all ratios of its metric in the run: a
 *     p-value adjusted by the procedure of Benjamini and Hochberg; null without an interval
 * @param builds what is known of the measured builds alone; null where each side has but one
 * @param sessions what is known of other sessions; null in a run of one
 */
public record SecondaryStatistics(
        @Nullable SpikedRatio withSpikes,
        @Nullable NetRatio net,
        @Nullable CloseTo closeTo,
        @Nullable Double screened,
        @Nullable Builds builds,
        @Nullable Sessions sessions) {
    private static final double FALSE_ALARMS = 0.05;

    /** Nothing. */
    public static final SecondaryStatistics NOTHING = new SecondaryStatistics(null, null, null, null, null, null);

    /** Whether a list of all that differ may name it: of those that are named, at most one in twenty is then a false alarm. */
    public boolean isSure() {
        return screened == null || screened <= FALSE_ALARMS;
    }

    /** The same with another adjusted p-value. */
    public SecondaryStatistics screened(@Nullable Double adjusted) {
        return new SecondaryStatistics(withSpikes, net, closeTo, adjusted, builds, sessions);
    }

    /**
     * The ratio of costs with their spikes: the geometric mean of the blocks' ratios.
     *
     * @param ratio the mean
     * @param at95 its 95 % interval, a bootstrap's corrected for bias and acceleration; null for fewer than 20 blocks
     * @param outliers how many blocks' ratios lie more than 1.5 interquartile ranges beyond the quartiles
     * @param spikes how many of them more than 3
     */
    public record SpikedRatio(double ratio, @Nullable Interval at95, int outliers, int spikes) {
        public SpikedRatio {
            if (spikes < 0 || outliers < spikes) {
                throw new IllegalArgumentException("spikes are outliers, not " + spikes + " of " + outliers);
            }
        }
    }

    /**
     * The ratio of what is left of both sides when what starting them costs is taken away.
     *
     * @param startUp the workload that says what starting costs
     * @param ratio baseline over contender
     * @param at95 its 95 % interval, the error of all four figures carried through; of peaks the range; null where the contender's rest is not
     *     shown to be above 0, or there are too few blocks
     */
    public record NetRatio(
            String startUp, double ratio, @Nullable Interval at95) {}

    /**
     * The ratio of the measured builds alone. The interval of the comparison takes them for a sample of all builds of the same code.
     *
     * @param baseline how many builds of the baseline were timed
     * @param contender how many of the contender
     * @param at95 the 95 % interval for them; null for too few blocks
     */
    public record Builds(
            int baseline, int contender, @Nullable Interval at95) {
        public Builds {
            if (baseline < 1 || contender < 1) {
                throw new IllegalArgumentException("what is timed has a build, not " + baseline + " and " + contender);
            }
        }
    }

    /**
     * The ratio in whatever session: those of the run are taken for a sample of all, a random effect beside that of the builds.
     *
     * @param count in how many sessions both sides have figures
     * @param ratio baseline over contender, every session with the same weight
     * @param at95 the 95 % interval; null for too few blocks
     */
    public record Sessions(
            int count, double ratio, @Nullable Interval at95) {}

    /**
     * Non-inferiority of the baseline.
     *
     * @param margin above 1
     * @param shown whether the worse end of the 90 % interval lies below the margin, after every correction too
     */
    public record CloseTo(double margin, boolean shown) {
        public CloseTo {
            if (!(margin > 1) || Double.isInfinite(margin)) {
                throw new IllegalArgumentException("a margin is a ratio above 1, not " + margin);
            }
        }
    }
}
