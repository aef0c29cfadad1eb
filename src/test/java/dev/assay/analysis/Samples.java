package dev.assay.analysis;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.TrialId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Processes as they are, but for one thing. */
public final class Samples {
    private Samples() {}

    public static Sample failing(Sample from, String problem) {
        return new SampleBuilder(from).failing(problem).build();
    }

    public static Sample ofTrial(Sample from, TrialId trial) {
        return new SampleBuilder(from).trial(trial).build();
    }

    /** With other figures, and harness and meter that used such a share of its wall time. */
    public static Sample with(Sample from, ProcessMeasurements figures, @Nullable Double ownCpuShare) {
        return new SampleBuilder(from).figures(figures).ownCpuShare(ownCpuShare).build();
    }

    /** With work that takes that many times as long. */
    public static Sample slower(Sample from, double factor) {
        return new SampleBuilder(from).work(slowedNs(from, factor)).build();
    }

    private static long slowedNs(Sample from, double factor) {
        return Math.round(Objects.requireNonNull(from.workNs()) * factor);
    }

    /** Of that build of its program, which takes that many times as long; the same in every metric that is timed. */
    public static Sample ofBuild(Sample from, int build, double factor) {
        ProcessMeasurements figures = from.figures();
        return new SampleBuilder(from)
                .ofBuild(build)
                .figures(new FiguresBuilder()
                        .wall(factor * Objects.requireNonNull(figures.wallNs()))
                        .cpu(factor * Objects.requireNonNull(figures.cpu().totalNs()), 0)
                        .build())
                .work(slowedNs(from, factor))
                .build();
    }

    public static Sample stepping(Sample from, StepTimes steps) {
        return new SampleBuilder(from).steps(steps).build();
    }

    /** Followed in memory mode, with a peak of its own. */
    public static Sample inMemoryMode(Sample from, long peakBytes) {
        return new SampleBuilder(from)
                .mode(SamplingMode.MEMORY)
                .work(null)
                .figures(new FiguresBuilder()
                        .peak((double) peakBytes, PeakQuality.EXACT)
                        .quantum(0)
                        .tree((double) peakBytes, peakBytes * 2.0)
                        .build())
                .build();
    }
}
