package dev.assay.model.run;

import java.util.Locale;

/** When the machine is looked at, seen from the first measured process. */
public enum SnapshotPhase {
    /** Nothing has been measured yet: all that goes on is others' work. */
    BEFORE,
    /** Between two blocks. */
    DURING,
    /** Everything has been measured. */
    AFTER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
