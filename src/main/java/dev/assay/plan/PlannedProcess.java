package dev.assay.plan;

import dev.assay.model.run.Command;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;

/**
 * One process that is to run.
 *
 * @param trial what
 * @param mode what for
 * @param order when
 * @param conditions what was drawn for it
 */
public record PlannedProcess(Trial trial, SamplingMode mode, SampleOrder order, RandomizedConditions conditions) {
    /** Its block, from 0, warm-ups included. */
    public int block() {
        return order.block();
    }

    /** How the process is started. */
    public Command command() {
        return trial.command(conditions.build());
    }
}
