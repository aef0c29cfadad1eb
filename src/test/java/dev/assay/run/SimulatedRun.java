package dev.assay.run;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.analysis.estimate.PrecisionRule;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.RunAllocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A run of programs whose times are drawn, each from the seed, the trial and the block: the same whenever it is measured. */
final class SimulatedRun {
    /**
     * What a program takes.
     *
     * @param ms its typical time
     * @param spread the standard deviation of its logarithm
     */
    record Cost(double ms, double spread) {}

    private final Plan plan;
    private final StoppingPolicy stopping;
    private final long seed;
    private final Map<TrialId, Cost> costs = new HashMap<>();
    private final Map<TrialId, Integer> failing = new HashMap<>();
    private final Set<TrialId> unsteady = new HashSet<>();
    private int mostRuns = RunAllocation.MOST;

    SimulatedRun(Plan plan, StoppingPolicy stopping, long seed) {
        this.plan = plan;
        this.stopping = stopping;
        this.seed = seed;
    }

    SimulatedRun costing(String workload, double ms, double spread) {
        plan.groups().stream()
                .flatMap(List::stream)
                .map(trial -> trial.id())
                .filter(id -> id.workload().equals(workload))
                .forEach(id -> costs.put(id, new Cost(ms, spread)));
        return this;
    }

    /** The same of one trial alone. */
    SimulatedRun costing(TrialId trial, double ms, double spread) {
        costs.put(trial, new Cost(ms, spread));
        return this;
    }

    /** Every trial runs once in a block, as in runs of old. */
    SimulatedRun oneRunEach() {
        mostRuns = 1;
        return this;
    }

    /** The trial fails in that block. */
    SimulatedRun failing(TrialId trial, int block) {
        failing.put(trial, block);
        return this;
    }

    /** The trial's peaks never agree, so that it is followed in every block. */
    SimulatedRun unsteady(TrialId trial) {
        unsteady.add(trial);
        return this;
    }

    /** What was measured, and why it ended. */
    record Outcome(List<Sample> samples, List<StopReason> stops) {
        StopReason stop(String workload) {
            return stops.stream()
                    .filter(stop -> stop.workload().equals(workload))
                    .findFirst()
                    .orElseThrow();
        }

        /** The measured time, seconds. */
        double seconds() {
            return new BudgetUsage(samples).usedNs() / 1e9;
        }

        List<Integer> blocks(String workload) {
            return samples.stream()
                    .filter(sample -> sample.trial().workload().equals(workload)
                            && sample.mode() == SamplingMode.TIMING
                            && !sample.warmup())
                    .map(Sample::block)
                    .distinct()
                    .toList();
        }
    }

    Outcome run() {
        return goOn(List.of());
    }

    /** Goes on after these samples, as a run does: told all of them first, then block by block what is not among them. */
    Outcome goOn(List<Sample> past) {
        Schedule schedule =
                new Schedule(plan, stopping, mostRuns, new PrecisionRule(stopping.target(), List.of(), 64, block -> 1));
        List<Sample> samples = new ArrayList<>(past);
        past.forEach(schedule::seen);
        Set<String> taken = new HashSet<>();
        Map<Turn, Integer> runs = new HashMap<>();
        past.forEach(sample -> {
            taken.add(place(sample.trial(), sample.mode(), sample.order()));
            runs.merge(new Turn(sample.trial(), sample.mode(), sample.block()), 1, Integer::sum);
        });
        int k = 0;
        for (; !schedule.isOver(k); k++) {
            for (PlannedProcess slot : schedule.block(k)) {
                TrialId trial = slot.trial().id();
                if (!schedule.isGivenUp(trial) && !taken.contains(place(trial, slot.mode(), slot.order()))) {
                    int run = runs.merge(new Turn(trial, slot.mode(), slot.block()), 1, Integer::sum) - 1;
                    Sample sample = measure(slot, run);
                    samples.add(sample);
                    schedule.seen(sample);
                }
            }
        }
        return new Outcome(samples, schedule.stops(k));
    }

    private static String place(TrialId trial, SamplingMode mode, SampleOrder order) {
        return trial + " " + mode + " " + order;
    }

    /** What the runs of a trial in a block have in common. */
    private record Turn(TrialId trial, SamplingMode mode, int block) {}

    private Sample measure(PlannedProcess slot, long run) {
        TrialId trial = slot.trial().id();
        Random random = new Random(seed * 31 + trial.toString().hashCode() * 17L + slot.block() + 7919 * run);
        Cost cost = costs.getOrDefault(trial, new Cost(1, 0.01));
        double ms = cost.ms() * Math.exp(cost.spread() * random.nextGaussian());
        boolean timing = slot.mode() == SamplingMode.TIMING;
        long peak = unsteady.contains(trial) ? 1_000_000L * (1 + slot.block() % 5) : 1_000_000L;
        ProcessMeasurements figures = timing
                ? new FiguresBuilder().wall(ms * 1e6).build()
                : new FiguresBuilder()
                        .peak((double) peak, PeakQuality.EXACT)
                        .quantum(0)
                        .build();
        Integer failsIn = failing.get(trial);
        return new Sample(
                trial,
                slot.mode(),
                slot.order(),
                figures,
                ReportedTimes.ofWork(timing ? Math.round(ms * 1e6) : null),
                SampleBuilder.WELL,
                true,
                failsIn != null && failsIn == slot.block() ? "failed" : null,
                slot.conditions(),
                null,
                null);
    }
}
