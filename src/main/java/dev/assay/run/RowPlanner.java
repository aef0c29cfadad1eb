package dev.assay.run;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.plan.PlannedProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which processes of a block the meter runs in a row, one right after the other. Between two rows this JVM works for a millisecond or two a
 * process while the processor that measures rests, which makes the next short process slower and takes longer than it does. Long ones gain nothing.
 *
 * <p>Nothing is known of a row before its end, so a row is short, and a trial that has not shown yet that its processes are short runs alone. So does everything where a command
 * is run before each process.
 *
 * <p>Processes that are followed for their memory make rows of their own, which two meters share where there are two processors: nobody takes their times. Those whose
 * peak may depend on what else runs are followed alone: programs of several threads, users' commands, what fails when it is followed, and what has not shown yet
 * that it is small.
 */
final class RowPlanner {
    /** How long a row may take; what dies in the middle of it loses so much. */
    static final long LONGEST_NS = 250_000_000;

    /** As many folders lie ready. */
    static final int MOST = 64;

    /** How many processes two meters share at most: of what dies meanwhile all of them run again. */
    static final int MOST_SHARED = 32;

    /** What a process may have needed that runs beside another one. */
    static final long LARGEST_SHARED_BYTES = 256L << 20;

    private final boolean alone;
    private final boolean sharing;
    private final Map<TrialId, Long> latestNs = new HashMap<>();
    private final Map<TrialId, Long> largestBytes = new HashMap<>();
    private final Set<TrialId> unfollowable = new HashSet<>();

    /**
     * A planner.
     *
     * @param alone whether every process runs alone
     * @param sharing whether two meters may share the processes that are followed for their memory
     */
    RowPlanner(boolean alone, boolean sharing) {
        this.alone = alone;
        this.sharing = sharing && !alone;
    }

    /** Takes note of how long a process took. */
    void seen(Sample sample) {
        Long wallNs = sample.figures().wallNs();
        if (sample.lost()) {
            latestNs.remove(sample.trial());
        } else if (wallNs != null) {
            latestNs.put(sample.trial(), wallNs);
        }
        if (sample.mode() == SamplingMode.MEMORY && sample.figures().memory().peakQuality() == PeakQuality.RUSAGE) {
            unfollowable.add(sample.trial());
        }
        for (Metric metric : List.of(Metric.PEAK, Metric.TREE_PEAK)) {
            Double bytes = sample.value(metric);
            if (bytes != null) {
                largestBytes.merge(sample.trial(), bytes.longValue(), Math::max);
            }
        }
    }

    /**
     * The next row.
     *
     * @param left what is left of a block, at least one
     * @param over those that are not to be run; the first is none of them
     */
    List<PlannedProcess> next(Iterable<PlannedProcess> left, Predicate<PlannedProcess> over) {
        return shares(left.iterator().next()) ? shared(left, over) : serial(left, over);
    }

    private List<PlannedProcess> shared(Iterable<PlannedProcess> left, Predicate<PlannedProcess> over) {
        List<PlannedProcess> row = new ArrayList<>();
        for (PlannedProcess process : left) {
            if (!row.isEmpty() && (row.size() == MOST_SHARED || !shares(process) || over.test(process))) {
                break;
            }
            row.add(process);
        }
        return row;
    }

    private boolean shares(PlannedProcess process) {
        TrialId trial = process.trial().id();
        return sharing
                && process.mode() == SamplingMode.MEMORY
                && trial.runtime() != Runtime.COMMAND
                && trial.threads() == 1
                && !unfollowable.contains(trial)
                && largestBytes.getOrDefault(trial, Long.MAX_VALUE) <= LARGEST_SHARED_BYTES;
    }

    private List<PlannedProcess> serial(Iterable<PlannedProcess> left, Predicate<PlannedProcess> over) {
        List<PlannedProcess> row = new ArrayList<>();
        long sumNs = 0;
        for (PlannedProcess process : left) {
            long ns = expectedNs(process);
            if (!row.isEmpty() && (row.size() == MOST || sumNs + ns > LONGEST_NS || over.test(process))) {
                break;
            }
            row.add(process);
            sumNs += ns;
        }
        return row;
    }

    private long expectedNs(PlannedProcess process) {
        boolean single = alone || process.mode() != SamplingMode.TIMING;
        return single ? LONGEST_NS : latestNs.getOrDefault(process.trial().id(), LONGEST_NS);
    }
}
