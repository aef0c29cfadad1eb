package dev.assay.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanTest {
    private static final double[] RATIOS = {1.058, 1.120, .985, 1.310};
    private static final double[] LOW = {1.050, 1.100, .970, 1.270};
    private static final double[] HIGH = {1.066, 1.140, 1.001, 1.350};

    @Test
    void fixedSetOfWorkloads() {
        List<Mean> estimates = new ArrayList<>();
        for (int i = 0; i < RATIOS.length; i++) {
            double width = Math.log(HIGH[i]) - Math.log(LOW[i]);
            estimates.add(new Mean(Math.log(RATIOS[i]), width / (2 * ConfidenceLevels.studentQuantile(95, 11)), 11));
        }
        Mean mean = Mean.ofFixedSet(estimates);
        assertThat(Math.exp(mean.value())).isCloseTo(1.1119949223, within(1e-9));
        assertThat(mean.standardError()).isCloseTo(.0044811775, within(1e-9));
        assertRatios(mean, 95, 1.1017935, 1.1222907, 1e-7);
    }

    @Test
    void workloadsInGeneral() {
        Mean mean = Mean.ofSample(Arrays.stream(RATIOS).map(Math::log).toArray());
        assertThat(Math.exp(mean.value())).isCloseTo(1.1119949223, within(1e-9));
        assertRatios(mean, 95, .9169098, 1.3485871, 1e-7);
    }

    @Test
    void sampleOfLogRatios() {
        Mean mean = Mean.ofSample(References.logRatios(References.RUST, References.C));
        assertThat(mean.value()).isCloseTo(.0797327611, within(1e-9));
        assertThat(mean.standardError() * Math.sqrt(12)).isCloseTo(.0748466970, within(1e-9));
        assertThat(Math.exp(mean.value())).isCloseTo(1.0829976099, within(1e-9));
        assertRatios(mean, 95, 1.0327007301, 1.1357441599, 1e-9);
        assertThat(mean.pBelow(Math.log(1.25))).isCloseTo(.00001836, within(1e-8));
        assertThat(mean.pBelow(Math.log(1.05))).isCloseTo(.91004425, within(1e-8));
        assertThat(mean.pBelow(0.1) + mean.pAbove(0.1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void standardErrorIsTakenFromTheRankInterval() {
        HodgesLehmann location = HodgesLehmann.of(References.logRatios(References.RUST, References.C));
        Mean mean = requireNonNull(location.mean());
        Bounds ranks = requireNonNull(location.interval(95));
        Bounds student = mean.interval(95);
        assertThat(student.high() - student.low()).isCloseTo(ranks.high() - ranks.low(), within(1e-12));
        assertThat(mean.degreesOfFreedom()).isEqualTo(11);
    }

    @Test
    void differenceOfIndependentEstimates() {
        Mean difference = new Mean(3, 0.3, 11).minus(new Mean(1, 0.4, 19));
        assertThat(difference.value()).isEqualTo(2);
        assertThat(difference.standardError()).isCloseTo(0.5, within(1e-12));
        // (0.09 + 0.16)^2 / (0.09^2 / 11 + 0.16^2 / 19)
        assertThat(difference.degreesOfFreedom()).isCloseTo(29.9942594719, within(1e-9));
        assertThat(new Mean(1, 0.4, 19).minus(new Mean(3, 0.3, 11)).interval(95))
                .isEqualTo(new Bounds(
                        -difference.interval(95).high(),
                        -difference.interval(95).low()));
    }

    /** SciPy: ttest_ind(log(rust), log(c[:9]), equal_var=False), its p-value, degrees of freedom and confidence_interval(.95). */
    @Test
    void welch() {
        double[] rust = Arrays.stream(References.RUST).map(Math::log).toArray();
        double[] c = Arrays.stream(References.C).limit(9).map(Math::log).toArray();
        Mean difference = Mean.ofDifference(rust, c);
        assertThat(difference.value()).isCloseTo(0.07934903922930725, within(1e-12));
        assertThat(difference.degreesOfFreedom()).isCloseTo(11.24508191058272, within(1e-9));
        assertThat(difference.pDiffers(0)).isCloseTo(0.004209361167222577, within(1e-12));
        assertThat(difference.interval(95).low()).isCloseTo(0.03063130128530659, within(1e-9));
        assertThat(difference.interval(95).high()).isCloseTo(0.12806677717330792, within(1e-9));
    }

    @Test
    void equalValuesHaveNoSpread() {
        Mean mean = Mean.ofSample(.1, .1, .1);
        assertThat(mean.value()).isEqualTo(.1);
        assertThat(mean.standardError()).isZero();
        assertThat(mean.pDiffers(.1)).isOne();
        assertThat(mean.pDiffers(.2)).isZero();
        assertThat(Mean.ofDifference(new double[] {1, 1}, new double[] {1, 1}).pDiffers(0))
                .isOne();
    }

    @Test
    void whatIsKnownExactlyHasNoWidth() {
        Mean size = Mean.exactly(2).minus(Mean.exactly(0.5));
        assertThat(size.interval(95)).isEqualTo(new Bounds(1.5, 1.5));
        assertThat(size.pAbove(1)).isZero();
        assertThat(size.pBelow(1)).isOne();
        assertThat(size.pAbove(1.5)).isOne();
    }

    @Test
    void refusesAnInvalidEstimate() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.ofSample(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.ofFixedSet(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mean(1, -1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mean(1, 1, 0));
    }

    private static void assertRatios(Mean mean, int level, double low, double high, double tolerance) {
        assertThat(Math.exp(mean.interval(level).low())).isCloseTo(low, within(tolerance));
        assertThat(Math.exp(mean.interval(level).high())).isCloseTo(high, within(tolerance));
    }
}
