package dev.assay.run;

import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.StopReason;
import dev.assay.plan.Plan;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is told what happens in a run, between processes and never while one is measured. */
public interface RunListener {
    /** A listener that does not care. */
    RunListener NONE = new RunListener() {};

    /** The run begins. */
    default void started(RunHeader header, Plan plan) {}

    /** The run that begins continues one that was cut short after that many processes. Told after {@link #started}. */
    default void resumed(int samples) {}

    /** Probes are tried, that many in all. Told after {@link #started}, before any process is measured, and not without probes. */
    default void probing(int probes) {}

    /** A probe came to its end; {@code done} of {@code planned} probes have. */
    default void probed(ProbeResult result, int done, int planned) {}

    /**
     * A session of a run that has several begins.
     *
     * @param number which, from 1
     * @param plan its blocks
     */
    default void sessionBegins(int number, Plan plan) {}

    /** A session is over, and nothing is measured for a while before the next. */
    default void pauses(int nextSession, Duration pause) {}

    /**
     * A process ended, well or not; {@code done} of {@code planned} processes have run or were given up. The plan grows when memory samples
     * disagree, and where workloads stop by themselves it reaches from one look to the next.
     */
    default void sampled(Sample sample, int done, int planned) {}

    /** A trial failed and is not run again in this run; the others go on. */
    default void gaveUp(Sample failure) {}

    /**
     * A run that stops by itself has looked at what it has.
     *
     * @param soFar makes a recording of that
     */
    default void looksAhead(ProgressEstimate outlook, Supplier<Recording> soFar) {}

    /** A workload is measured no further. */
    default void stopped(StopReason stop) {}

    /** Somebody had done something to the run's journal, in words that follow its name; it has been written again and is whole. */
    default void repaired(String damage) {}

    /** The run ended; {@code reason} says why before its plan was done, else it is null. */
    default void finished(@Nullable String reason) {}
}
