package dev.assay.history;

import dev.assay.model.history.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is worse than usual, and what is thought of it.
 *
 * @param night when
 * @param screened the figure
 * @param status what is thought of it
 * @param decidedBy the run that confirmed or cleared it; null where none did
 * @param since the night with which it began, which may be this one
 * @param causes what changed there beside the programs, in words
 */
public record RegressionAlert(
        HistoryEntry night,
        MetricChange screened,
        Status status,
        @Nullable String decidedBy,
        HistoryEntry since,
        List<String> causes) {
    public RegressionAlert {
        causes = List.copyOf(causes);
    }

    /** What is thought of it. */
    public enum Status {
        /** No other run has looked again. */
        SUSPECTED,
        /** A fresh run saw the same: a regression. */
        CONFIRMED,
        /** A fresh run did not see it. */
        CLEARED,
        /** It moved with too many others. */
        ENVIRONMENT,
        /** The program is the one it usually is, so the machine did it. */
        UNCHANGED,
        /** It began where a kernel, a toolchain or the reference changed. */
        VERSIONS
    }
}
