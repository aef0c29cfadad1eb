package dev.assay.model.run;

import org.jspecify.annotations.Nullable;

/**
 * What is drawn anew for every block or process, so that no comparison rests on one value of it.
 *
 * @param environmentPadding how many bytes the environment is made longer by, 0 to 4095: its size moves the stack and with it the time
 *     (Mytkowicz et al., Producing Wrong Data Without Doing Anything Obviously Wrong, ASPLOS 2009)
 * @param hashSeed {@code PYTHONHASHSEED}, the same for every trial of a block
 * @param build which of the trial's builds, from 0; null for a program of one build
 */
public record RandomizedConditions(
        int environmentPadding, long hashSeed, @Nullable Integer build) {}
