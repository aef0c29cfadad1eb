package dev.assay.app.request;

import dev.assay.model.Profile;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.stats.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured of each workload.
 *
 * @param blocks how many blocks count: exactly that many, or at most
 * @param sessions over how many sessions they are spread
 * @param stopping when a workload has enough of them; null when the number is fixed
 */
public record SampleSize(int blocks, int sessions, @Nullable StoppingPolicy stopping) {
    /** So many budgets a run may take on a slow machine, where one does not last for the fewest blocks. */
    private static final int LONGEST_TIMES = 2;

    /**
     * Reads it from a complete request. Where workloads stop by themselves, each session may have as many blocks as it takes for all to have the
     * same even number.
     */
    public static SampleSize of(RunRequest request) {
        Integer fixed = request.find(request.comparesCommands() ? CommandOptions.RUNS : RunOptions.BLOCKS);
        int sessions = request.get(RunOptions.SESSIONS, 1);
        if (fixed != null) {
            return new SampleSize(fixed, sessions, null);
        }
        Profile profile = request.profile();
        StoppingPolicy stopping = new StoppingPolicy(
                Precision.FEWEST,
                Precision.STEP,
                request.find(RunOptions.PRECISION),
                request.get(RunOptions.BUDGET).toNanos(),
                longestNs(request));
        return new SampleSize(sessions * stopping.blocksOfSession(profile.blocks(), sessions), sessions, stopping);
    }

    /** Whoever sets another budget than the usual one means it; of commands nobody knows how long they take. */
    private static long longestNs(RunRequest request) {
        long budgetNs = request.get(RunOptions.BUDGET).toNanos();
        boolean usual = request.get(RunOptions.BUDGET).equals(request.profile().budget());
        return usual && !request.comparesCommands() ? LONGEST_TIMES * budgetNs : budgetNs;
    }
}
