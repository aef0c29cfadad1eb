package dev.assay.export;

import java.util.Locale;

/**
 * Something that a run has found out, as a test.
 *
 * @param name its name
 * @param seconds how long it was measured; 0 for what was not
 * @param ending how it came out
 * @param message why, in a line; empty when it passed
 * @param text why, in full
 */
record JunitCase(String name, double seconds, Ending ending, String message, String text) {
    /** How a test ends. */
    enum Ending {
        /** As expected. */
        PASSED,
        /** Otherwise than expected. */
        FAILURE,
        /** So that nothing can be said, because something broke. */
        ERROR,
        /** So that nothing can be said, because it was not tried or does not decide. */
        SKIPPED;

        /** The element that says so. */
        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static JunitCase passed(String name, double seconds) {
        return new JunitCase(name, seconds, Ending.PASSED, "", "");
    }
}
