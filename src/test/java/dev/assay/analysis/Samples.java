package dev.assay.analysis;

import dev.assay.FiguresBuilder;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Processes as they are, but for one thing. */
public final class Samples {
    private Samples() {}

    public static Sample failing(Sample from, String problem) {
        Change change = new Change(from);
        change.problem = problem;
        return change.made();
    }

    public static Sample ofTrial(Sample from, TrialId trial) {
        Change change = new Change(from);
        change.trial = trial;
        return change.made();
    }

    /** With other figures, and harness and meter that used such a share of its wall time. */
    public static Sample with(Sample from, ProcessMeasurements figures, @Nullable Double ownCpuShare) {
        Change change = new Change(from);
        change.figures = figures;
        change.ownCpuShare = ownCpuShare;
        return change.made();
    }

    /** With work that takes that many times as long. */
    public static Sample slower(Sample from, double factor) {
        Change change = new Change(from);
        change.workNs = Math.round(Objects.requireNonNull(from.workNs()) * factor);
        return change.made();
    }

    /** Of that build of its program, which takes that many times as long; the same in every metric that is timed. */
    public static Sample ofBuild(Sample from, int build, double factor) {
        Change change = new Change(from);
        change.build = build;
        ProcessMeasurements figures = from.figures();
        change.figures = new FiguresBuilder()
                .wall(factor * Objects.requireNonNull(figures.wallNs()))
                .cpu(factor * Objects.requireNonNull(figures.cpuNs()), 0)
                .build();
        change.workNs = Math.round(Objects.requireNonNull(from.workNs()) * factor);
        return change.made();
    }

    public static Sample stepping(Sample from, StepTimes steps) {
        Change change = new Change(from);
        change.steps = steps;
        return change.made();
    }

    /** With times of repetitions in the place of its work time. */
    static Sample series(Sample from, List<Long> seriesNs) {
        Change change = new Change(from);
        change.workNs = null;
        change.workSeriesNs = seriesNs;
        return change.made();
    }

    /** Followed in memory mode, with a peak of its own. */
    public static Sample inMemoryMode(Sample from, long peakBytes) {
        Change change = new Change(from);
        change.mode = SamplingMode.MEMORY;
        change.workNs = null;
        change.figures = new FiguresBuilder()
                .peak((double) peakBytes, PeakQuality.EXACT)
                .quantum(0)
                .tree((double) peakBytes, peakBytes * 2.0)
                .build();
        return change.made();
    }

    private static final class Change {
        private final Sample from;
        private TrialId trial;
        private SamplingMode mode;
        private ProcessMeasurements figures;
        private @Nullable Long workNs;
        private List<Long> workSeriesNs;
        private @Nullable StepTimes steps;
        private @Nullable String problem;
        private @Nullable Double ownCpuShare;
        private @Nullable Integer build;

        Change(Sample from) {
            this.from = from;
            trial = from.trial();
            mode = from.mode();
            figures = from.figures();
            workNs = from.workNs();
            workSeriesNs = from.workSeriesNs();
            steps = from.steps();
            problem = from.problem();
            ownCpuShare = from.ownCpuShare();
            build = from.build();
        }

        Sample made() {
            return new Sample(
                    trial,
                    mode,
                    from.block(),
                    from.position(),
                    from.warmup(),
                    figures,
                    workNs,
                    workSeriesNs,
                    steps,
                    from.exit(),
                    problem == null ? from.outputOk() : (Boolean) false,
                    problem,
                    from.environmentPadding(),
                    from.hashSeed(),
                    build,
                    ownCpuShare,
                    null);
        }
    }
}
