package dev.assay.history;

/** Which way a figure moved from what is usual. */
public enum Direction {
    /** Up: slower or larger. */
    WORSE,
    /** Down: faster or smaller. */
    BETTER,
    /** Not beyond what is usual. */
    NONE,
    /** Nothing can be said: there are too few nights, tonight has no interval, or its profile gives no verdicts. */
    UNKNOWN;

    /** Whether it moved at all. */
    public boolean moved() {
        return this == WORSE || this == BETTER;
    }
}
