package dev.assay.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much a run measures: which size of every workload, how many blocks, and whether claims get verdicts. */
public enum Profile {
    /** Seconds: proves that everything works. No claim gets a verdict. */
    SMOKE(4, 1, 1),
    /** Minutes, the default. */
    QUICK(20, 2, 3),
    /** The nightly run, with sizes of seconds. */
    FULL(30, 2, 3);

    private final int blocks;
    private final int warmupBlocks;
    private final int memorySamples;

    Profile(int blocks, int warmupBlocks, int memorySamples) {
        this.blocks = blocks;
        this.warmupBlocks = warmupBlocks;
        this.memorySamples = memorySamples;
    }

    /** The number of counted blocks when none is asked for; even, so that two trials lead equally often. */
    public int blocks() {
        return blocks;
    }

    /** The number of blocks that run first, are kept and labelled, and are left out of the statistics. */
    public int warmupBlocks() {
        return warmupBlocks;
    }

    /** How often every trial is followed for its memory before it is known whether that will do. */
    public int memorySamples() {
        return memorySamples;
    }

    /** An unmodifiable copy in the order of the profiles, so that the same content is always written the same. */
    static <V> Map<Profile, V> ordered(Map<Profile, V> values) {
        Map<Profile, V> copy = new EnumMap<>(Profile.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
