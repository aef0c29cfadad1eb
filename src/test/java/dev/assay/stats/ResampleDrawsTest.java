package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampleDrawsTest {
    private static double[] values(int size, long seed) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        return random.doubles(size).toArray();
    }

    /** Kept draws are those of the generator, to the last bit of each mean: also where resamples do not come in whole groups. */
    @ParameterizedTest
    @CsvSource({"1,100", "2,101", "7,103", "200,9999", "201,999", "40,104"})
    void keptDrawsAreThoseOfTheGenerator(int size, int resamples) {
        for (long seed = 0; seed < 3; seed++) {
            double[] values = values(size, seed);
            double[] drawn = ResampleDraws.meansOfNew(values, resamples, seed);
            assertThat(ResampleDraws.means(values, resamples, seed)).isEqualTo(drawn);
            assertThat(ResampleDraws.means(values, resamples, seed)).isEqualTo(drawn);
        }
    }

    @Test
    void whatIsTooLargeToKeepIsDrawnAnew() {
        double[] values = values(70_000, 1);
        assertThat(ResampleDraws.means(values, 100, 1)).isEqualTo(ResampleDraws.meansOfNew(values, 100, 1));
    }
}
