package dev.assay.model;

import java.util.Locale;

/** What the evidence says of a claim. */
public enum ClaimVerdict {
    /** The interval lies wholly on the claim's side of its threshold. */
    SUPPORTED,
    /** Supported, but a sub-condition named in the rule is itself refuted, or the rule allows no more. */
    PARTLY,
    /** The interval lies wholly on the other side. */
    REFUTED,
    /** The evidence does not decide. */
    INCONCLUSIVE,
    /** Nothing was measured that could decide. */
    NOT_TESTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for readers, such as {@code Not tested}. */
    public String title() {
        String words = toString().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
