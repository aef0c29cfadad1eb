package dev.assay.run;

import dev.assay.model.run.StoppingPolicy;
import dev.assay.plan.PrecisionStatus;
import java.time.Duration;
import java.util.List;

/**
 * How far a run that stops by itself has come, and what it still has before it.
 *
 * @param stopping when workloads stop
 * @param used the measured time so far
 * @param left the time that the rest will take: what the open workloads need by their widths so far, and no more than is left of the budget
 * @param open where the workloads stand that are not known well enough, the one first of which a second tells most
 */
public record ProgressEstimate(StoppingPolicy stopping, Duration used, Duration left, List<PrecisionStatus> open) {
    public ProgressEstimate {
        open = List.copyOf(open);
    }
}
