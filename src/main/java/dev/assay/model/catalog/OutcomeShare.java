package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Op;
import java.util.List;

/**
 * The share of probes that come to an outcome, against a threshold.
 *
 * @param of the suites of the probes
 * @param runtime the runtime of the probes
 * @param outcome what they come to
 * @param level the confidence level in percent, 90 or 95
 * @param bound the end of the interval that must lie beyond the threshold
 * @param op the side of the threshold that it must lie on
 * @param value the threshold, from 0 to 1
 */
public record OutcomeShare(
        List<String> of, Runtime runtime, ProbeOutcome outcome, int level, Bound bound, Op op, double value) {
    public OutcomeShare {
        of = List.copyOf(of);
        if (of.isEmpty() || !outcome.seen()) {
            throw new IllegalArgumentException(
                    "a share of probes is of at least one suite and of an outcome that is seen");
        }
        if (level != 90 && level != 95) {
            throw new IllegalArgumentException("a level is 90 or 95, not " + level);
        }
    }
}
