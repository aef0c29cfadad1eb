package dev.assay.model;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a run measures: which size of every workload, how many blocks, and whether claims get verdicts. */
public enum Profile {
    /** Seconds: proves that everything works. No claim gets a verdict. */
    SMOKE(4, 1, 1, null, 1),
    /** Minutes, the default. */
    QUICK(60, 1, 3, Duration.ofMinutes(3), 1),
    /** The nightly run, with sizes of seconds. */
    FULL(100, 2, 3, Duration.ofMinutes(60), 3);

    private final int blocks;
    private final int warmupBlocks;
    private final int memorySamples;
    private final @Nullable Duration budget;
    private final int sessions;

    Profile(int blocks, int warmupBlocks, int memorySamples, @Nullable Duration budget, int sessions) {
        this.blocks = blocks;
        this.warmupBlocks = warmupBlocks;
        this.memorySamples = memorySamples;
        this.budget = budget;
        this.sessions = sessions;
    }

    /**
     * The number of counted blocks when none is asked for; even, so that two trials lead equally often. Where there is a {@link #budget}, no
     * workload has more than that many.
     */
    public int blocks() {
        return blocks;
    }

    /** The measured time that a run may take in which workloads stop by themselves; null when all have the same number of blocks. */
    public @Nullable Duration budget() {
        return budget;
    }

    /** Over how many sessions a run is spread in which workloads stop by themselves. */
    public int sessions() {
        return sessions;
    }

    /** The number of blocks that run first, are kept and labeled, and are excluded from the statistics. */
    public int warmupBlocks() {
        return warmupBlocks;
    }

    /** How often every trial is followed for its memory before it is known whether that will do. */
    public int memorySamples() {
        return memorySamples;
    }

    /** An unmodifiable copy in the order of the profiles, so that the same content is always written the same. */
    public static <V> Map<Profile, V> ordered(Map<Profile, V> values) {
        Map<Profile, V> copy = new EnumMap<>(Profile.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
