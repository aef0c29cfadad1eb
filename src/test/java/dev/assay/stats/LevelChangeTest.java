package dev.assay.stats;

import static dev.assay.stats.References.RUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.stats.LevelChange.Kind;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference values are marginal likelihoods by NumPy, with the whole covariance of each kind: of the scores norm.ppf(rankdata(x) / (n + 1)), the
 * determinants and quadratic forms, with the level and the size of the noise integrated out.
 */
class LevelChangeTest {
    private static final double[] WANDERING = {
        0, .1, .2, .3, .4, .3, .2, .1, 0, -.1, -.2, -.3, -.4, -.3, -.2, -.1, 0, .1, .2, .3
    };

    @Test
    void aSeriesThatKeepsItsLevel() {
        LevelChange check = LevelChange.of(RUST);
        assertThat(check.evidence()).isCloseTo(-0.5942994763377306, within(1e-12));
        assertThat(check.fires()).isFalse();
    }

    @Test
    void oneThatRises() {
        LevelChange check = LevelChange.of(1.00, 1.01, 1.03, 1.02, 1.05, 1.04, 1.07, 1.06, 1.09, 1.08, 1.11, 1.12);
        assertThat(check.evidence()).isCloseTo(6.3028190221966645, within(1e-12));
        assertThat(check.kind()).isEqualTo(Kind.DRIFT);
        assertThat(check.fires()).isTrue();
    }

    @Test
    void oneThatStepsHasTies() {
        LevelChange check = LevelChange.of(1.01, 1.00, 1.02, 1.00, 1.01, 1.03, 1.09, 1.08, 1.10, 1.08, 1.09, 1.11);
        assertThat(check.evidence()).isCloseTo(3.617225139620501, within(1e-12));
        assertThat(check.at()).isEqualTo(6);
        assertThat(check.fires()).isTrue();
    }

    @Test
    void oneThatWanders() {
        LevelChange check = LevelChange.of(WANDERING);
        assertThat(check.evidence()).isCloseTo(3.9454366188069017, within(1e-12));
        assertThat(check.kind()).isEqualTo(Kind.WANDER);
        assertThat(check.at()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"5, STEP", "10, STEP", "16, STEP", "0, DRIFT"})
    void namesWhatItFinds(int step, Kind kind) {
        double[] series = Draws.normal(3, 24);
        for (int i = 0; i < series.length; i++) {
            series[i] += kind == Kind.DRIFT ? 0.25 * i : i < step ? 0 : 5;
        }
        LevelChange check = LevelChange.of(series);
        assertThat(check.kind()).isEqualTo(kind);
        if (kind == Kind.STEP) {
            assertThat(check.at()).isCloseTo(step, within(1));
        }
    }

    /** Whatever the noise is like, for the ranks do not show that. */
    @ParameterizedTest
    @ValueSource(ints = {10, 15, 20, 25, 40, 60, 150})
    void firesOnOneInTwenty(int n) {
        UniformRandomProvider random = Draws.random(n);
        int fired = 0;
        for (int round = 0; round < 4000; round++) {
            double[] series = Draws.normal(random, n);
            for (int i = 0; i < n; i++) {
                series[i] = Math.exp(3 * series[i]);
            }
            fired += LevelChange.of(series).fires() ? 1 : 0;
        }
        assertThat(fired / 4000.0).isBetween(0.038, 0.061);
    }

    @Test
    void mirrorsAndEqualValues() {
        assertThat(LevelChange.of(Draws.negated(WANDERING))).isEqualTo(LevelChange.of(WANDERING));
        assertThat(LevelChange.of(Draws.constant(2, 12)).fires()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> LevelChange.of(Draws.normal(1, 9)));
    }
}
