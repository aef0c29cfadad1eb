package dev.assay.run;

import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.plan.PlannedProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which processes of a block the meter runs in a row, one right after the other. Between two rows this JVM works for a millisecond or two a
 * process while the processor that measures rests, which makes the next short process slower and takes longer than it does. Long ones gain nothing.
 *
 * <p>Nothing is known of a row before its end, so a row is short, and a trial that has not shown yet that its processes are short runs alone. So does one that is followed for
 * its memory, and everything where a command is run before each process.
 */
final class RowPlanner {
    /** How long a row may take; what dies in the middle of it loses so much. */
    static final long LONGEST_NS = 250_000_000;

    /** As many folders lie ready. */
    static final int MOST = 64;

    private final boolean alone;
    private final Map<TrialId, Long> latestNs = new HashMap<>();

    /**
     * A planner.
     *
     * @param alone whether every process runs alone
     */
    RowPlanner(boolean alone) {
        this.alone = alone;
    }

    /** Takes note of how long a process took. */
    void seen(Sample sample) {
        Long wallNs = sample.figures().wallNs();
        if (sample.lost()) {
            latestNs.remove(sample.trial());
        } else if (wallNs != null) {
            latestNs.put(sample.trial(), wallNs);
        }
    }

    /**
     * The next row.
     *
     * @param left what is left of a block, at least one
     * @param over those that are not to be run; the first is none of them
     */
    List<PlannedProcess> next(Iterable<PlannedProcess> left, Predicate<PlannedProcess> over) {
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
