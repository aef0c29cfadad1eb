package dev.assay.model.run;

import dev.assay.model.Profile;
import dev.assay.text.Plurals;
import org.jspecify.annotations.Nullable;

/**
 * How much a run measures, and from which draws.
 *
 * @param profile its profile
 * @param seed from which order, padding and hash seeds come
 * @param blocks how many counted blocks are planned for each workload; of a run that stops by itself, the most
 * @param warmupBlocks how many blocks run before them, at the start of every session
 * @param sessions over how many sessions the counted blocks are spread, all with the same number of them
 * @param stopping when a workload is measured no further; null when the number of its blocks is fixed
 * @param mostRuns how often a block may time a trial, beside one that costs much more; 1 in runs of old, which did not say
 */
public record SamplingPlan(
        Profile profile,
        long seed,
        int blocks,
        int warmupBlocks,
        int sessions,
        @Nullable StoppingPolicy stopping,
        int mostRuns) {
    public SamplingPlan {
        if (mostRuns < 1) {
            throw new IllegalArgumentException("a block has a run of every trial");
        }
        if (sessions < 1 || blocks % sessions != 0) {
            throw new IllegalArgumentException(
                    blocks + " blocks cannot be split evenly over " + sessions + " sessions");
        }
    }

    /** How many of the counted blocks are planned for a session. */
    public int blocksOfSession() {
        return blocks / sessions;
    }

    /** The session, from 1, that a block belongs to. */
    public int session(int block) {
        return Math.min(sessions, 1 + block / (warmupBlocks + blocksOfSession()));
    }

    /** How much is measured of each workload, in words. */
    public String extent() {
        return (stopping == null
                        ? Plurals.count(blocks, "block")
                        : stopping.fewestBlocks() + " to " + blocks + " blocks, " + stopping.inWords())
                + (sessions == 1 ? "" : ", in " + sessions + " sessions");
    }
}
