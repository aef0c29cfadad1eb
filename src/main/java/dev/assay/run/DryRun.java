package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.model.run.Sample;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan as a run does and keeps nothing of it: for finding out how a machine measures. */
public final class DryRun {
    private DryRun() {}

    /** The samples of every block, in their order. */
    public static List<Sample> run(Plan plan, Meter meter, RunConfig settings) {
        List<Sample> samples = new ArrayList<>();
        try (ProcessSampler sampler = new ProcessSampler(meter, settings)) {
            for (int k = 0; k < plan.totalBlocks(); k++) {
                for (PlannedProcess slot : plan.block(k)) {
                    samples.add(sampler.sample(slot, slot.order().warmup()));
                }
            }
        }
        return List.copyOf(samples);
    }
}
