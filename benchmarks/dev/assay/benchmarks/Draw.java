package dev.assay.benchmarks;

import dev.assay.stats.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the random numbers of a simulation come from.
 *
 * @param rounds how many series each cell of a table is made of
 * @param seed of everything
 */
record Draw(int rounds, long seed) {
    /** The numbers of blocks that tables have columns for. */
    static final List<Integer> BLOCKS = List.of(10, 12, 20, 30);

    /** The spreads that tables have rows for. */
    static final List<Double> SPREADS = List.of(0.01, 0.05);

    private static final int FEWEST = 8;

    Draw {
        if (rounds < FEWEST) {
            throw new IllegalArgumentException("a cell needs at least " + FEWEST + " rounds, not " + rounds);
        }
    }

    /** A generator for the cell that these values name. */
    UniformRandomProvider random(Object... cell) {
        // Names and numbers only: their hashes are the same in every JVM.
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed, Arrays.deepHashCode(cell)});
    }

    /** Whether an interval, which must be there, holds a value. */
    static boolean holds(@Nullable Bounds bounds, double value) {
        Bounds known = Objects.requireNonNull(bounds);
        return known.low() <= value && value <= known.high();
    }

    /** The series moved by so much. */
    static double[] moved(double[] series, double by) {
        return Arrays.stream(series).map(value -> value + by).toArray();
    }
}
