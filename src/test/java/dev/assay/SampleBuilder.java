package dev.assay;

import dev.assay.model.run.Exit;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process, of which a test names what it is about; for the rest it went well. */
public final class SampleBuilder {
    /** How a process ends that does as it should. */
    public static final Exit WELL = new Exit(Exit.Reason.EXITED, 0, null, null, null);

    private TrialId trial;
    private SamplingMode mode = SamplingMode.TIMING;
    private SampleOrder order = new SampleOrder(0, 0, false);
    private ProcessMeasurements figures = ProcessMeasurements.NONE;
    private @Nullable Long workNs;
    private List<Long> workSeriesNs = List.of();
    private @Nullable StepTimes steps;
    private @Nullable ServiceFigures service;
    private @Nullable Exit exit = WELL;
    private @Nullable Boolean outputOk = true;
    private @Nullable String problem;
    private RandomizedConditions conditions = new RandomizedConditions(0, 0, null);
    private @Nullable Double ownCpuShare;
    private @Nullable Long lostNs;

    /** One that was timed in the first place of the first block. */
    public SampleBuilder(TrialId trial) {
        this.trial = trial;
    }

    /** One that is as this, until something else is said. */
    public SampleBuilder(Sample from) {
        trial = from.trial();
        mode = from.mode();
        order = from.order();
        figures = from.figures();
        workNs = from.workNs();
        workSeriesNs = from.reported().workSeriesNs();
        steps = from.reported().steps();
        service = from.reported().service();
        exit = from.exit();
        outputOk = from.outputOk();
        problem = from.problem();
        conditions = from.conditions();
        ownCpuShare = from.ownCpuShare();
        lostNs = from.lostNs();
    }

    public SampleBuilder trial(TrialId id) {
        trial = id;
        return this;
    }

    public SampleBuilder mode(SamplingMode which) {
        mode = which;
        return this;
    }

    public SampleBuilder order(int block, int position, boolean warmup) {
        order = new SampleOrder(block, position, warmup);
        return this;
    }

    public SampleBuilder figures(ProcessMeasurements all) {
        figures = all;
        return this;
    }

    public SampleBuilder work(@Nullable Long ns) {
        workNs = ns;
        return this;
    }

    /** Times of repetitions, in the place of its work time. */
    public SampleBuilder series(List<Long> ns) {
        workNs = null;
        workSeriesNs = ns;
        return this;
    }

    public SampleBuilder steps(StepTimes times) {
        steps = times;
        return this;
    }

    /** Of a server, whose client says this. */
    public SampleBuilder service(ServiceFigures said) {
        service = said;
        return this;
    }

    public SampleBuilder exit(Exit how) {
        exit = how;
        return this;
    }

    public SampleBuilder problem(@Nullable String what) {
        problem = what;
        return this;
    }

    /** Something is wrong, and so with its output. */
    public SampleBuilder failing(String what) {
        outputOk = false;
        return problem(what);
    }

    /** The meter was lost with it, after that time. */
    public SampleBuilder lost(String what, long ns) {
        exit = null;
        outputOk = null;
        lostNs = ns;
        return problem(what);
    }

    public SampleBuilder conditions(int environmentPadding, long hashSeed) {
        conditions = new RandomizedConditions(environmentPadding, hashSeed, conditions.build());
        return this;
    }

    public SampleBuilder ofBuild(@Nullable Integer build) {
        conditions = new RandomizedConditions(conditions.environmentPadding(), conditions.hashSeed(), build);
        return this;
    }

    public SampleBuilder ownCpuShare(@Nullable Double share) {
        ownCpuShare = share;
        return this;
    }

    public Sample build() {
        return new Sample(
                trial,
                mode,
                order,
                figures,
                new ReportedTimes(workNs, workSeriesNs, steps, service),
                exit,
                outputOk,
                problem,
                conditions,
                ownCpuShare,
                lostNs);
    }
}
