package dev.assay.analysis.estimate;

import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.RandomEffects;

/**
 * A check of a series that fired, and what is left of the figure when it is corrected for what was found.
 *
 * @param kind what was found
 * @param finding the same with figures, without a full stop
 * @param corrected the figure after the correction; it has no doubts of its own
 */
public record SeriesCheckResult(Kind kind, String finding, LogEstimate corrected) {
    /** What can be found, in the order in which it is told. */
    public enum Kind {
        /** A block resembles the one before it, so that there are fewer independent ones than blocks. */
        AUTOCORRELATED("autocorrelated", "after widening"),
        /** The figure rises or falls from block to block. */
        DRIFT("drift", "after removing the trend"),
        /** It matters who runs first. */
        ORDER("order effect", "with both orders weighted equally"),
        /** There are two levels, and chance decides how often each comes. */
        BIMODAL("bimodal", "with both levels included"),
        /** One side alone has another level from some block on. */
        STEP_OF_ONE(Kind.ONE_SIDE, "with both levels included"),
        /** One side alone rises or falls from block to block. */
        DRIFT_OF_ONE(Kind.ONE_SIDE, "with both ends of the drift included"),
        /** One side alone swings slowly. */
        WANDER_OF_ONE(Kind.ONE_SIDE, "after widening");

        private static final String ONE_SIDE = "change of level";

        private final String title;
        private final String correction;

        Kind(String title, String correction) {
            this.title = title;
            this.correction = correction;
        }

        /** The name that its reasons begin with. */
        public String title() {
            return title;
        }

        /** What the correction does to the interval, as a participle. */
        public String correction() {
            return correction;
        }
    }

    /** The same where builds are a sample of all that there could be. */
    SeriesCheckResult across(RandomEffects builds) {
        IntervalEstimate location = corrected.location();
        return location == null
                ? this
                : new SeriesCheckResult(
                        kind,
                        finding,
                        new LogEstimate(
                                corrected.value(), builds.across(location), corrected.blocks(), corrected.kind()));
    }

    /** The finding behind its name. */
    String named() {
        return kind.title() + ": " + finding;
    }
}
