package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The values are those of fitFDist and squeezeVar of limma 3.54.1, an R package of Bioconductor. */
class VariancePriorTest {
    private static final double[] APART = {
        0.0004, 0.0009, 0.0001, 0.0025, 0.0016, 0.000036, 0.0144, 0.0006, 0.00125, 0.00031
    };

    private static double[] each(int groups, double degrees) {
        double[] all = new double[groups];
        Arrays.fill(all, degrees);
        return all;
    }

    @Test
    void findsWhatIsUsualAmongVariancesThatScatter() {
        VariancePrior prior = VariancePrior.of(APART, each(10, 4));
        assertThat(prior.degrees()).isCloseTo(1.65701383891, within(1e-9));
        assertThat(prior.variance()).isCloseTo(0.000428232538546, within(1e-14));
        double[] moderated = {
            0.000408269682276, 0.000761813098812, 0.000196143632354, 0.001893152031727, 0.001256773881962,
            0.000150890075038, 0.010307485345285, 0.000549687048890, 0.001009293490387, 0.000344631867299
        };
        for (int i = 0; i < moderated.length; i++) {
            assertThat(prior.moderated(APART[i], 4)).isCloseTo(moderated[i], within(1e-13));
        }
        assertThat(prior.moderatedDegrees(4)).isCloseTo(5.65701383891, within(1e-9));
    }

    @Test
    void groupsMayHaveDifferentDegreesOfFreedom() {
        VariancePrior prior = VariancePrior.of(APART, new double[] {4, 4, 2, 4, 3, 4, 2, 4, 4, 4});
        assertThat(prior.degrees()).isCloseTo(1.71615584643, within(1e-9));
        assertThat(prior.variance()).isCloseTo(0.000472749763381, within(1e-14));
        assertThat(prior.moderated(APART[2], 2)).isCloseTo(0.000272139359090, within(1e-14));
    }

    @Test
    void variancesThatScatterNoMoreThanByChanceAreAllTheSame() {
        VariancePrior prior =
                VariancePrior.of(new double[] {1e-4, 1.1e-4, 0.9e-4, 1.05e-4, 0.95e-4, 1.02e-4}, each(6, 4));
        assertThat(prior.degrees()).isInfinite();
        assertThat(prior.variance()).isCloseTo(0.000100333333333, within(1e-14));
        assertThat(prior.moderated(1, 4)).isEqualTo(prior.variance());
        assertThat(prior.moderatedDegrees(4)).isEqualTo(24);
    }

    @Test
    void aVarianceOfZeroCountsAsATinyOne() {
        double[] variances = new double[11];
        System.arraycopy(APART, 0, variances, 1, 10);
        VariancePrior prior = VariancePrior.of(variances, each(11, 4));
        assertThat(prior.degrees()).isCloseTo(0.554569322721, within(1e-9));
        assertThat(prior.variance()).isCloseTo(2.44727407748e-05, within(1e-14));
    }

    @Test
    void withoutOtherGroupsAVarianceStaysAsItIs() {
        for (VariancePrior prior : new VariancePrior[] {
            VariancePrior.of(new double[0], new double[0]),
            VariancePrior.of(new double[] {3}, each(1, 4)),
            VariancePrior.of(new double[] {0, 0, 3}, each(3, 4))
        }) {
            assertThat(prior.moderated(7, 4)).isEqualTo(7);
            assertThat(prior.moderatedDegrees(4)).isEqualTo(4);
        }
    }

    @Test
    void findsTheDistributionThatVariancesWereDrawnFrom() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(1);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int groups = 20_000;
        double[] variances = IntStream.range(0, groups)
                .mapToDouble(i -> 0.01 * chiSquared(normal, 4) / 4 / (chiSquared(normal, 6) / 6))
                .toArray();
        VariancePrior prior = VariancePrior.of(variances, each(groups, 4));
        assertThat(prior.degrees()).isCloseTo(6, within(0.5));
        assertThat(prior.variance()).isCloseTo(0.01, within(0.0003));
    }

    private static double chiSquared(ZigguratSampler.NormalizedGaussian normal, int degrees) {
        return normal.samples(degrees).map(value -> value * value).sum();
    }

    @Test
    void asManyDegreesAsVariancesAreNeeded() {
        assertThatThrownBy(() -> VariancePrior.of(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 variances with 3 degrees of freedom");
    }
}
