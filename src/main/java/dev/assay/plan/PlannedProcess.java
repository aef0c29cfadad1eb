package dev.assay.plan;

import dev.assay.model.run.Command;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import org.jspecify.annotations.Nullable;

/**
 * One process that is to run.
 *
 * @param trial what
 * @param mode what for
 * @param block the block, from 0, warm-ups included
 * @param position the place in the block, from 0; that of a process that turns out not to be needed stays empty
 * @param warmup whether it is excluded from the statistics
 * @param environmentPadding how many bytes the environment is made longer by, 0 to 4095: its size moves the stack and with it the time
 *     (Mytkowicz et al., Producing Wrong Data Without Doing Anything Obviously Wrong, ASPLOS 2009)
 * @param hashSeed {@code PYTHONHASHSEED}, the same for every trial of a block
 * @param build which of the trial's builds, from 0; null for a program of one build
 */
public record PlannedProcess(
        Trial trial,
        SamplingMode mode,
        int block,
        int position,
        boolean warmup,
        int environmentPadding,
        long hashSeed,
        @Nullable Integer build) {
    /** A slot of a program of one build. */
    public PlannedProcess(
            Trial trial,
            SamplingMode mode,
            int block,
            int position,
            boolean warmup,
            int environmentPadding,
            long hashSeed) {
        this(trial, mode, block, position, warmup, environmentPadding, hashSeed, null);
    }

    /** How the process is started. */
    public Command command() {
        return trial.command(build);
    }
}
