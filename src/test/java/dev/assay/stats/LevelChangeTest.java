package dev.assay.stats;

import static dev.assay.stats.References.RUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference values are those of pyhomogeneity: buishand_u_test(rankdata(x)), its U and cp; pettitt_test(x) finds the same change. */
class LevelChangeTest {
    @Test
    void aSeriesThatKeepsItsLevel() {
        LevelChange check = LevelChange.of(RUST);
        assertThat(check.u()).isCloseTo(0.1083916083916084, within(1e-12));
        assertThat(check.at()).isEqualTo(4);
        assertThat(check.fires()).isFalse();
    }

    @Test
    void oneThatRises() {
        LevelChange check = LevelChange.of(1.00, 1.01, 1.03, 1.02, 1.05, 1.04, 1.07, 1.06, 1.09, 1.08, 1.11, 1.12);
        assertThat(check.u()).isCloseTo(1.0508337816030124, within(1e-12));
        assertThat(check.fires()).isTrue();
    }

    @Test
    void oneThatStepsHasTies() {
        LevelChange check = LevelChange.of(1.01, 1.00, 1.02, 1.00, 1.01, 1.03, 1.09, 1.08, 1.10, 1.08, 1.09, 1.11);
        assertThat(check.u()).isCloseTo(0.8824331696672124, within(1e-12));
        assertThat(check.at()).isEqualTo(6);
    }

    /** Of two sides one fires in five of a hundred, so one alone in two and a half. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 60})
    void firesOnOneInForty(int n) {
        UniformRandomProvider random = Draws.random(n);
        int fired = 0;
        for (int round = 0; round < 4000; round++) {
            fired += LevelChange.of(Draws.normal(random, n)).fires() ? 1 : 0;
        }
        assertThat(fired / 4000.0).isBetween(0.017, 0.034);
    }

    @Test
    void mirrorsAndEqualValues() {
        assertThat(LevelChange.of(Draws.negated(RUST)).u())
                .isCloseTo(LevelChange.of(RUST).u(), within(1e-12));
        assertThat(LevelChange.of(Draws.constant(2, 12)).fires()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> LevelChange.of(1, 2));
    }
}
