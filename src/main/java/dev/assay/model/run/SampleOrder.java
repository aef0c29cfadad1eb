package dev.assay.model.run;

/**
 * When a process runs, among those of its run.
 *
 * @param block its block, from 0, warm-ups included
 * @param position its place in the block, from 0; that of a process that turns out not to be needed stays empty
 * @param warmup whether it is excluded from the statistics
 */
public record SampleOrder(int block, int position, boolean warmup) {}
