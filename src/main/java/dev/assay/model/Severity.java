package dev.assay.model;

import java.util.Locale;

/** How bad it is what a {@link Warning} tells of. */
public enum Severity {
    /** Figures taken so mislead: do not rest anything on small differences before it is fixed. */
    GRAVE,
    /** Figures are right, and could be better, or steadier, or say more. */
    HINT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
