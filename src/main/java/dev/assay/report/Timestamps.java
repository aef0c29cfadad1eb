package dev.assay.report;

import dev.assay.text.DurationText;
import java.time.Duration;
import java.time.Instant;

/** Moments and the times between them, for readers. */
final class Timestamps {
    private Timestamps() {}

    /** To the second: {@code 2026-03-01 10:00:00 UTC}. */
    static String utc(Instant moment) {
        return moment.toString().replace('T', ' ').replaceFirst("(\\.\\d+)?Z$", " UTC");
    }

    /** To the second: {@code 5 min 34 s}. Somebody may have set the clock back in between. */
    static String between(Instant start, Instant end) {
        Duration duration = Duration.between(start, end);
        if (duration.isNegative()) {
            return "unknown (the clock was set back)";
        }
        return DurationText.format(duration);
    }
}
