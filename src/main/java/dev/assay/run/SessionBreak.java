package dev.assay.run;

import java.time.Duration;

/**
 * What lies between two sessions of a run.
 *
 * @param pause how long nothing is measured
 * @param endsRun whether the run ends instead, to go on when it is resumed: after a reboot, or on another day
 */
public record SessionBreak(Duration pause, boolean endsRun) {
    /** One session follows the other at once. */
    public static final SessionBreak NONE = new SessionBreak(Duration.ZERO, false);

    /** The run ends after each session. */
    public static final SessionBreak UNTIL_RESUMED = new SessionBreak(Duration.ZERO, true);
}
