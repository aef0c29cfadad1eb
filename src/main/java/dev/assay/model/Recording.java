package dev.assay.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal holds: the input of the analysis.
 *
 * @param header what was planned and found
 * @param samples every process, in the order they ran
 * @param environments the machine again, during and after
 * @param end how the run ended; null when it never said
 */
public record Recording(
        Header header,
        List<Sample> samples,
        List<Environment> environments,
        @Nullable End end) {
    public Recording {
        samples = List.copyOf(samples);
        environments = List.copyOf(environments);
    }

    /** Whether something of the plan is missing. */
    public boolean partial() {
        return end == null || !end.complete();
    }

    /**
     * The last line of a journal.
     *
     * @param at when
     * @param complete whether the whole plan was run
     * @param reason why not, when it was not
     */
    public record End(
            Instant at, boolean complete, @Nullable String reason) {}
}
