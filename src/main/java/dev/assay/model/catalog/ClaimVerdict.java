package dev.assay.model.catalog;

import java.util.Locale;

/** What the evidence says of a claim. */
public enum ClaimVerdict {
    /** The interval lies wholly on the claim's side of its threshold. */
    SUPPORTED,
    /** Supported, but a reservation that the rule names is neither shown nor ruled out: it may be partly. */
    SUPPORTED_OPEN,
    /**
     * Supported, but a reservation named in the rule is shown, or the rule allows no more; or wall time shows the contrary of the time of the work.
     */
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

    /** The word for readers, such as {@code Not tested}; never plainly "Supported" where something is open. */
    public String title() {
        if (this == SUPPORTED_OPEN) {
            return "Supported, open";
        }
        String words = toString().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
