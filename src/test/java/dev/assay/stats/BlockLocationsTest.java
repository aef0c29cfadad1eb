package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockLocationsTest {
    private static final double[] EFFECTS = {.05, -.01, -.04};
    private static final double[] BLOCKS = {.3, .1, .2, .4, .0, .25};

    /** Two runs a block, of three builds in turn. */
    private static final int[] OF_BLOCK = IntStream.range(0, 12).map(i -> i / 2).toArray();

    private static final int[] OF_BUILD = IntStream.range(0, 12).map(i -> i % 3).toArray();

    private static double[] additive() {
        return IntStream.range(0, 12)
                .mapToDouble(i -> BLOCKS[OF_BLOCK[i]] + EFFECTS[OF_BUILD[i]])
                .toArray();
    }

    @Test
    void aBlockOfOneRunIsThatRun() {
        BlockLocations found = BlockLocations.of(new double[] {.7, .1 + .2}, new int[] {4, 2}, new int[2]);
        assertThat(found.blocks()).containsExactly(2, 4);
        assertThat(found.locations()).containsExactly(.1 + .2, .7);
        assertThat(found.effects()).isEmpty();
    }

    /** Medians of Walsh averages, by NumPy. */
    @Test
    void severalRunsAreTheirHodgesLehmannEstimate() {
        double[] values = {1.004, .31, 1.011, .29, .37, .998, .30, 1.391, .33, .95};
        int[] blocks = {0, 1, 0, 1, 1, 0, 1, 0, 1, 1};
        BlockLocations found = BlockLocations.of(values, blocks, new int[10]);
        assertThat(found.locations()).containsExactly(new double[] {1.00925, .33}, within(1e-12));
    }

    @Test
    void whatBuildsAddIsTakenOutOfTheirBlocks() {
        BlockLocations found = BlockLocations.of(additive(), OF_BLOCK, OF_BUILD);
        assertThat(found.effects()).containsExactly(EFFECTS, within(1e-9));
        assertThat(found.locations()).containsExactly(BLOCKS, within(1e-9));
    }

    /** Every block holds each build twice. */
    @Test
    void aSpikeMovesABuildLittle() {
        int[] blocks = IntStream.range(0, 36).map(i -> i / 6).toArray();
        int[] builds = IntStream.range(0, 36).map(i -> i % 3).toArray();
        double[] values = IntStream.range(0, 36)
                .mapToDouble(i -> BLOCKS[blocks[i]] + EFFECTS[builds[i]] + .001 * Math.sin(i))
                .toArray();
        values[7] += 1;
        assertThat(BlockLocations.of(values, blocks, builds).effects()).containsExactly(EFFECTS, within(.002));
    }

    @Test
    void buildsThatNoBlockComparesAreLeftInTheBlocks() {
        double[] values = {.1, .2, .3, .4, .9, .8};
        int[] blocks = {0, 0, 1, 1, 2, 2};
        BlockLocations found = BlockLocations.of(values, blocks, new int[] {0, 1, 1, 0, 2, 2});
        assertThat(found.effects()).isEmpty();
        assertThat(found.locations()[2]).isCloseTo(.85, within(1e-12));
    }
}
