package dev.assay.model.catalog;

import java.util.Locale;

/** Whether a workload's programs take a number of threads. */
public enum ThreadUse {
    /** One thread, no second argument. */
    ONE,
    /** The second argument is the number of threads among which the same total work is divided. */
    SCALING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
