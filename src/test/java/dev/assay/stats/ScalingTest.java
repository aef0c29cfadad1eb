package dev.assay.stats;

import static dev.assay.stats.References.FOUR_THREADS;
import static dev.assay.stats.References.ONE_THREAD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalingTest {

    @Test
    void speedUpOfFourThreads() {
        HodgesLehmann speedUp = Scaling.speedUp(ONE_THREAD, FOUR_THREADS);
        assertThat(Math.exp(speedUp.value())).isCloseTo(.9793179792, within(1e-9));
        Bounds at90 = requireNonNull(speedUp.interval(90));
        assertThat(Math.exp(at90.low())).isCloseTo(.9758452680, within(1e-9));
        assertThat(Math.exp(at90.high())).isCloseTo(.9806758731, within(1e-9));
    }

    @Test
    void efficiencyIsTheSpeedUpOverTheThreads() {
        HodgesLehmann efficiency = Scaling.efficiency(ONE_THREAD, FOUR_THREADS, 4);
        assertThat(Math.exp(efficiency.value())).isCloseTo(.9793179792 / 4, within(1e-9));
        Bounds at90 = requireNonNull(efficiency.interval(90));
        assertThat(Math.exp(at90.low())).isCloseTo(.9758452680 / 4, within(1e-9));
        assertThat(Math.exp(at90.high())).isCloseTo(.9806758731 / 4, within(1e-9));
    }

    @Test
    void perfectScalingHasEfficiencyOne() {
        HodgesLehmann efficiency = Scaling.efficiency(new double[] {8, 4, 2}, new double[] {2, 1, .5}, 4);
        assertThat(efficiency.value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void refusesWhatHasNoSpeedUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaling.speedUp(new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("2 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Scaling.speedUp(new double[] {1}, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Scaling.speedUp(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaling.efficiency(new double[] {1}, new double[] {1}, 0));
    }
}
