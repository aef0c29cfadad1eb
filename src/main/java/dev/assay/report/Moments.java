package dev.assay.report;

import java.time.Instant;

/** Moments for readers. */
final class Moments {
    private Moments() {}

    /** To the second: {@code 2026-03-01 10:00:00 UTC}. */
    static String utc(Instant moment) {
        return moment.toString().replace('T', ' ').replaceFirst("(\\.\\d+)?Z$", " UTC");
    }
}
