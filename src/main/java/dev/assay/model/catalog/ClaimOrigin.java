package dev.assay.model.catalog;

import java.util.Locale;

/** Who makes a claim. */
public enum ClaimOrigin {
    /** The article states it. */
    STATED,
    /** It follows from what the article states. */
    IMPLIED,
    /** The article does not make it: it is ours, and shown apart. */
    OURS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
