package dev.assay.model.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A statement of the article.
 *
 * @param id such as {@code speed.close-to-c}
 * @param section the article's section
 * @param claim the statement, in our words
 * @param expected the verdict expected today, so that a change is noticed; never a truth
 * @param rule what decides it, fixed before anything is measured; null for what no program can measure
 * @param untestable why no program can measure it; null when there is a rule
 */
public record Claim(
        String id,
        String section,
        String claim,
        ClaimVerdict expected,
        @Nullable Rule rule,
        @Nullable String untestable) {
    public Claim {
        if ((rule == null) == (untestable == null)) {
            throw new IllegalArgumentException(
                    "the claim " + id + " needs either a rule or the reason why it is untestable");
        }
    }
}
