package dev.assay.run;

import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The measured time that samples took, and that further ones will take: the wall time of each process and an allowance for handling it. It
 * follows from the samples alone, so that whoever continues a run counts the same; a clock would count the pause as well.
 *
 * <p>A process that was lost with the meter counts with the time that this took, of which nothing is expected to come again.
 *
 * <p>What is followed for its memory has no wall time that could be kept. It counts with the mean of the trial's timed processes.
 */
final class BudgetUsage {
    /**
     * What lies between two processes: a clean folder, a request, the output read and compared, a line in the journal. 2.3 ms in a run of
     * 1246 processes in which 71 s went by and 69 s were wall times.
     */
    static final long HANDLING_NS = 2_000_000;

    private final Map<TrialId, Mean> counted = new HashMap<>();
    private final Map<TrialId, Mean> warmups = new HashMap<>();
    private double usedNs;

    BudgetUsage(List<Sample> samples) {
        for (Sample sample : samples) {
            Long wallNs = sample.figures().wallNs();
            if (wallNs != null) {
                Map<TrialId, Mean> means = sample.warmup() ? warmups : counted;
                means.computeIfAbsent(sample.trial(), id -> new Mean()).add(wallNs);
            }
        }
        for (Sample sample : samples) {
            Long wallNs = sample.figures().wallNs();
            Long lostNs = sample.lostNs();
            if (wallNs != null) {
                usedNs += wallNs + HANDLING_NS;
            } else if (lostNs != null) {
                usedNs += lostNs;
            } else {
                usedNs += sample.mode() == SamplingMode.MEMORY ? expectedNs(sample.trial()) : HANDLING_NS;
            }
        }
    }

    /** What the samples took, nanoseconds. */
    double usedNs() {
        return usedNs;
    }

    /** What one more process of a trial will take, nanoseconds. Warm-ups tell only as long as nothing else does. */
    double expectedNs(TrialId trial) {
        Mean mean = Objects.requireNonNullElseGet(counted.get(trial), () -> warmups.getOrDefault(trial, Mean.NOTHING));
        return mean.value() + HANDLING_NS;
    }

    private static final class Mean {
        static final Mean NOTHING = new Mean();

        private double sum;
        private int count;

        void add(long value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
