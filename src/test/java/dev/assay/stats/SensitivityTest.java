package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTest {
    /**
     * Effects in standard errors by {@code TTestPower().solve_power(nobs=n, alpha=.05, power=.8)} of statsmodels 0.15.0, times the root of n: those of
     * the noncentral t distribution.
     */
    @ParameterizedTest
    @CsvSource({"6, 3.5139036", "10, 3.1496346", "20, 2.9535849", "60, 2.8482254"})
    void smallestEffectOfATTest(int n, double exact) {
        assertThat(Sensitivity.smallest(new Mean(0, 0.01, n - 1), 95))
                .isCloseTo(0.01 * exact, within(0.01 * exact * 0.01));
    }

    /** Half the interval, which the test must clear, and the share of the power beyond it. */
    @Test
    void ofRanksTheIntervalHasTheEfficiency() {
        double[] values = References.logRatios(References.RUST, References.C);
        HodgesLehmann location = HodgesLehmann.of(values);
        Bounds bounds = Objects.requireNonNull(location.interval(95));
        double half = (bounds.high() - bounds.low()) / 2;
        // 2.2010 and 0.8755: quantiles of Student's t with 11 degrees of freedom, by scipy.stats.t.ppf
        assertThat(Sensitivity.smallest(location, 95)).isCloseTo(half * (1 + 0.8755 / 2.2010), within(1e-6));
    }

    @Test
    void whatIsKnownWithinBoundsMustBeCleared() {
        assertThat(Sensitivity.smallest(new Range(0, -0.1, 0.3), 95)).isEqualTo(0.3);
        assertThat(Sensitivity.smallest(Mean.exactly(1), 95)).isZero();
    }

    @Test
    void tooFewObservationsShowNothing() {
        assertThat(Sensitivity.smallest(HodgesLehmann.of(1, 2, 3, 4, 5), 95)).isNull();
        HodgesLehmann six = HodgesLehmann.of(1, 2, 3, 4, 5, 6);
        assertThat(Sensitivity.smallest(six, 95)).isNotNull();
        assertThat(Sensitivity.smallest(six, 97.5)).isNull();
    }

    /** Four times as many observations for half the effect. */
    @Test
    void observationsGrowWithTheSquareOfTheDistance() {
        Mean mean = new Mean(0, 0.01, 19);
        double found = Objects.requireNonNull(Sensitivity.smallest(mean, 95));
        assertThat(Sensitivity.times(mean, 95, found)).isCloseTo(1, within(1e-12));
        assertThat(Sensitivity.times(mean, 95, found / 2)).isCloseTo(4, within(1e-12));
        assertThat(Sensitivity.times(new Mean(0, 0.01, 19, 0.1, 0.1), 95, 0.1)).isInfinite();
    }
}
