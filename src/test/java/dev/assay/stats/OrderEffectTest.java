package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEffectTest {
    private static final double[] LOGS = logRatios(RUST, C);
    private static final OrderEffect REFERENCE = of(LOGS);

    /** SciPy: ttest_ind(d[0::2], d[1::2], equal_var=False). */
    @Test
    void rustToC() {
        assertThat(REFERENCE.effect()).isCloseTo(.0231972074, within(1e-9));
        assertThat(REFERENCE.p()).isCloseTo(.32856167515967344, within(1e-9));
        assertThat(REFERENCE.difference().degreesOfFreedom()).isCloseTo(5.013284116907541, within(1e-9));
        assertThat(REFERENCE.fires()).isFalse();
    }

    /** NumPy: Walsh averages of the halves moved by half of median(subtract.outer), the ends sqrt(11 / 10) times as far out. */
    @Test
    void balancedRustToC() {
        assertThat(Math.exp(REFERENCE.balanced().value())).isCloseTo(1.0605301732288814, within(1e-12));
        Bounds bounds = requireNonNull(REFERENCE.corrected().interval(95));
        assertThat(Math.exp(bounds.low())).isCloseTo(1.0577883501, within(1e-9));
        assertThat(Math.exp(bounds.high())).isCloseTo(1.0661971209, within(1e-9));
    }

    @Test
    void anEffectIsFoundAndTakenOut() {
        double[] values = Draws.normal(4, 20);
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i % 2 == 0 ? 5 : -5;
        }
        OrderEffect found = of(moved);
        assertThat(found.fires()).isTrue();
        assertThat(found.effect()).isCloseTo(5 + of(values).effect(), within(1e-12));
        assertThat(found.balanced().value()).isCloseTo(of(values).balanced().value(), within(1e-12));
        Bounds bounds = requireNonNull(found.corrected().interval(95));
        assertThat(bounds.high() - bounds.low()).isLessThan(2);
    }

    @Test
    void exchangingTheHalvesChangesOnlyTheSign() {
        OrderEffect swapped = OrderEffect.of(Draws.everySecond(LOGS, 1), Draws.everySecond(LOGS, 0));
        assertThat(swapped.effect()).isEqualTo(-REFERENCE.effect());
        assertThat(swapped.p()).isCloseTo(REFERENCE.p(), within(1e-12));
        assertThat(swapped.balanced().value()).isCloseTo(REFERENCE.balanced().value(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"10", "12", "20"})
    void intervalCoversAsPromised(int n) {
        UniformRandomProvider random = Draws.random(n);
        int covered = 0;
        for (int round = 0; round < 2000; round++) {
            Bounds bounds =
                    requireNonNull(of(Draws.normal(random, n)).corrected().interval(95));
            covered += bounds.low() <= 0 && 0 <= bounds.high() ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(.935, .97);
    }

    @Test
    void equalHalves() {
        OrderEffect none = OrderEffect.of(Draws.constant(.1, 3), Draws.constant(.1, 3));
        assertThat(none.p()).isOne();
        assertThat(none.corrected().interval(95)).isEqualTo(new Bounds(.1, .1));
        OrderEffect sure = OrderEffect.of(Draws.constant(.1, 3), Draws.constant(.3, 3));
        assertThat(sure.fires()).isTrue();
        assertThat(sure.balanced().value()).isCloseTo(.2, within(1e-12));
    }

    @Test
    void twoOfEachAreTheFewest() {
        double[] two = {1, 2};
        assertThat(OrderEffect.of(two, two).corrected().interval(95)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> OrderEffect.of(new double[1], two));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderEffect.of(two, new double[1]));
    }

    private static OrderEffect of(double[] series) {
        return OrderEffect.of(Draws.everySecond(series, 0), Draws.everySecond(series, 1));
    }
}
