package dev.assay.model.run;

import dev.assay.model.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process. What is absent is null.
 *
 * @param trial what was run
 * @param mode what the sample is for
 * @param order when it ran
 * @param figures what the meter read of it
 * @param reported what it said of its own times
 * @param exit how it ended; null when the meter was lost
 * @param outputOk whether its output was the expected one; null when not checked
 * @param problem what went wrong, for a reader; null when nothing did
 * @param conditions what was drawn for it
 * @param ownCpuShare CPU time of harness and meter from the request to the record, as a share of the process's wall time
 * @param lostNs how long it took until the meter was known to be lost with it; null when it was not lost, or nobody looked
 */
public record Sample(
        TrialId trial,
        SamplingMode mode,
        SampleOrder order,
        ProcessMeasurements figures,
        ReportedTimes reported,
        @Nullable Exit exit,
        @Nullable Boolean outputOk,
        @Nullable String problem,
        RandomizedConditions conditions,
        @Nullable Double ownCpuShare,
        @Nullable Long lostNs) {
    /** A program with which the meter is lost that many times one after the other is not run again. */
    private static final int MOST_LOSSES = 3;

    private static final double NS_PER_SECOND = 1e9;
    private static final double OWN_CPU_LIMIT = 0.01;

    /** Its block, from 0, warm-ups included. */
    public int block() {
        return order.block();
    }

    /** Whether it is excluded from the statistics. */
    public boolean warmup() {
        return order.warmup();
    }

    /** The time of its work; of a process that repeats it, that of a repetition, once its series was looked at. */
    public @Nullable Long workNs() {
        return reported.workNs();
    }

    /** The same process, left out of the statistics. */
    public Sample asWarmup() {
        return with(new SampleOrder(block(), order.position(), true), reported, problem);
    }

    /** The same process with the time of one of its repetitions. */
    public Sample withWork(long repetitionNs) {
        return with(
                order,
                new ReportedTimes(repetitionNs, reported.workSeriesNs(), reported.steps(), reported.service()),
                problem);
    }

    /** The same process with something that is wrong beside what is known already. */
    public Sample withProblem(String more) {
        return with(order, reported, problem == null ? more : problem + "; " + more);
    }

    private Sample with(SampleOrder when, ReportedTimes times, @Nullable String wrong) {
        return new Sample(trial, mode, when, figures, times, exit, outputOk, wrong, conditions, ownCpuShare, lostNs);
    }

    /** Whether the sample counts as evidence that the program works. */
    public boolean ok() {
        return problem == null;
    }

    /** Whether the meter died while it held this process: the sample says nothing about the program. */
    public boolean lost() {
        return exit == null;
    }

    /**
     * Whether a trial is not run again: a process of it failed, or its last few all cost the meter, each time after a while that nobody
     * measured. One that is lost now and then says nothing about the program.
     *
     * @param ofTrial its processes, in the order they ran
     */
    public static boolean givenUp(List<Sample> ofTrial) {
        return lossesInARow(ofTrial) >= MOST_LOSSES
                || ofTrial.stream().anyMatch(sample -> !sample.ok() && !sample.lost());
    }

    private static int lossesInARow(List<Sample> ofTrial) {
        int losses = 0;
        for (Sample sample : ofTrial) {
            losses = sample.lost() ? losses + 1 : 0;
        }
        return losses;
    }

    /** The CPU time of harness and meter for this process, nanoseconds; null where it is not known. */
    public @Nullable Double ownCpuNs() {
        Long wallNs = figures.wallNs();
        return ownCpuShare == null || wallNs == null ? null : (Double) (ownCpuShare * wallNs);
    }

    /**
     * Whether harness and meter used more than 1 % of the wall time beyond what they need for any process.
     *
     * @param handlingNs what that is; null when it is not known, and then nothing is said
     */
    public boolean disturbed(@Nullable Double handlingNs) {
        Double own = ownCpuNs();
        Long wallNs = figures.wallNs();
        return handlingNs != null && own != null && wallNs != null && own - handlingNs > OWN_CPU_LIMIT * wallNs;
    }

    /** The most processes that one of these programs consisted of; 1 where nobody counted them. */
    public static int processes(List<Sample> samples) {
        return samples.stream()
                .map(sample -> sample.figures().processes())
                .mapToInt(processes -> processes == null ? 1 : processes)
                .max()
                .orElse(1);
    }

    /** The figure of this process for a metric that a single process has; null when it is absent. */
    public @Nullable Double value(Metric metric) {
        ServiceFigures service = reported.service();
        return switch (metric) {
            // how long a server lives, the harness decides
            case WALL -> service == null ? asDouble(figures.wallNs()) : null;
            case WORK -> asDouble(workNs());
            case CPU -> asDouble(figures.cpu().totalNs());
            case PEAK ->
                service == null ? asDouble(figures.memory().peakBytes()) : (Double) (double) service.loadedPeakBytes();
            case TREE_PEAK -> asDouble(figures.memory().treePeakHighBytes());
            case PARALLELISM -> parallelism();
            case PAUSE ->
                reported.steps() == null ? null : (Double) reported.steps().pause();
            case RATE -> rate();
            case LATENCY_P50 -> service == null ? null : (Double) (double) service.latencyP50Ns();
            case LATENCY_P99 -> service == null ? null : (Double) (double) service.latencyP99Ns();
            case LATENCY_P999 -> service == null ? null : asDouble(service.latencyP999Ns());
            case REQUEST_CPU -> service == null ? null : (Double) (double) service.cpuPerRequestNs();
            case IDLE_PEAK -> service == null ? null : (Double) (double) service.idlePeakBytes();
            case FIRST_ANSWER -> service == null ? null : (Double) (double) service.firstAnswerNs();
            case SPEEDUP, EFFICIENCY, BINARY_BYTES, SOURCE_BYTES, ELEMENT_BYTES -> null;
        };
    }

    private @Nullable Double rate() {
        Long workNs = workNs();
        return workNs == null || workNs == 0 ? null : (Double) (trial.size() * NS_PER_SECOND / workNs);
    }

    private @Nullable Double parallelism() {
        Double cpu = value(Metric.CPU);
        Double wall = value(Metric.WALL);
        return cpu == null || wall == null || wall == 0 ? null : (Double) (cpu / wall);
    }

    private static @Nullable Double asDouble(@Nullable Long value) {
        return value == null ? null : value.doubleValue();
    }
}
