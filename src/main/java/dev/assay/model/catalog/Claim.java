package dev.assay.model.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the article, or one of ours that belongs beside it.
 *
 * @param id such as {@code speed.close-to-c}
 * @param section the article's section
 * @param origin whether the article states it, implies it, or does neither
 * @param claim the statement, in our words
 * @param expected the verdict expected today, so that a change is noticed; never a truth
 * @param rule what decides it, fixed before a run; null for what no program can measure
 * @param untestable why no program can measure it; null when there is a rule
 */
public record Claim(
        String id,
        String section,
        ClaimOrigin origin,
        String claim,
        ClaimVerdict expected,
        @Nullable Rule rule,
        @Nullable String untestable) {
    public Claim {
        origin = Objects.requireNonNullElse(origin, ClaimOrigin.STATED);
        if ((rule == null) == (untestable == null)) {
            throw new IllegalArgumentException(
                    "the claim " + id + " needs either a rule or the reason why it is untestable");
        }
    }

    /** One that the article states. */
    public Claim(
            String id,
            String section,
            String claim,
            ClaimVerdict expected,
            @Nullable Rule rule,
            @Nullable String untestable) {
        this(id, section, ClaimOrigin.STATED, claim, expected, rule, untestable);
    }

    /** Whether the article does not make it. */
    public boolean isOurs() {
        return origin == ClaimOrigin.OURS;
    }
}
