package dev.assay.cli;

import dev.assay.history.Review;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.RunComparison;
import dev.assay.model.RunResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --fail-on} names.
 *
 * @param claims the verdicts of claims
 * @param regression whether a trial that got slower or larger than in another run counts
 */
record Gates(Set<ClaimVerdict> claims, boolean regression) {
    private static final String REGRESSION = "regression";

    /**
     * Reads the option.
     *
     * @param compared whether there is another run to compare with
     * @throws Usage if a word is not known, or there is nothing that it could be about
     */
    static Gates of(List<String> names, boolean compared) {
        Set<ClaimVerdict> claims = EnumSet.noneOf(ClaimVerdict.class);
        boolean regression = false;
        for (String name : names) {
            switch (name.strip().toLowerCase(Locale.ROOT)) {
                case "refuted" -> claims.add(ClaimVerdict.REFUTED);
                case "inconclusive" -> claims.add(ClaimVerdict.INCONCLUSIVE);
                case REGRESSION -> regression = true;
                default ->
                    throw new Usage("--fail-on=" + name
                            + " is not known: give some of refuted, inconclusive, regression, with commas.");
            }
        }
        if (regression && !compared) {
            throw new Usage("--fail-on=regression needs a run to compare with: give one with --against=RUN.");
        }
        return new Gates(claims, regression);
    }

    /**
     * Reads the option of a comparison of two runs, which has no claims.
     *
     * @throws Usage if a word is not about one
     */
    static Gates ofRuns(List<String> names) {
        for (String name : names) {
            if (!name.strip().equalsIgnoreCase(REGRESSION)) {
                throw new Usage("--fail-on=" + name + " is not about two runs: give regression.");
            }
        }
        return new Gates(Set.of(), !names.isEmpty());
    }

    /**
     * Reads the option of the history, which has no claims either.
     *
     * @throws Usage if a word is not about it
     */
    static Gates ofHistory(List<String> names) {
        for (String name : names) {
            if (!name.strip().equalsIgnoreCase(REGRESSION)) {
                throw new Usage("--fail-on=" + name + " is not about a history: give regression.");
            }
        }
        return new Gates(Set.of(), !names.isEmpty());
    }

    /** Whether a night has a regression that was confirmed. */
    boolean met(Review night) {
        return regression && !night.regressions().isEmpty();
    }

    /** Whether a run's claims came out so. */
    boolean met(RunResult result) {
        return result.claims().stream().anyMatch(claim -> claims.contains(claim.verdict()));
    }

    /** Whether a comparison of runs did; null for none. */
    boolean met(@Nullable RunComparison runs) {
        return regression && runs != null && runs.regressed();
    }
}
