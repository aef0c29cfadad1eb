package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    /** Peaks of 10, 10.5 and 11 MiB with a quantum of 1 MiB: 10 to 12, in logarithms. */
    private static final Range BASELINE = new Range(Math.log(10.5), Math.log(10), Math.log(12));
    /** Peaks of 2, 2 and 2.1 MiB, read to the byte. */
    private static final Range CONTENDER = new Range(Math.log(2), Math.log(2), Math.log(2.1));

    @ParameterizedTest
    @ValueSource(ints = {50, 90, 95, 99})
    void theEndsServeAtEveryLevel(int level) {
        assertThat(BASELINE.interval(level)).isEqualTo(new Bounds(Math.log(10), Math.log(12)));
    }

    @Test
    void aRatioIsTheWorstCaseOfBothSides() {
        Range ratio = BASELINE.minus(CONTENDER);
        // 10.5 / 2 between 10 / 2.1 and 12 / 2
        assertThat(Math.exp(ratio.value())).isCloseTo(5.25, within(1e-12));
        assertThat(Math.exp(ratio.low())).isCloseTo(4.761904761904762, within(1e-12));
        assertThat(Math.exp(ratio.high())).isCloseTo(6, within(1e-12));
        Range back = CONTENDER.minus(BASELINE);
        assertThat(back).isEqualTo(new Range(-ratio.value(), -ratio.high(), -ratio.low()));
    }

    @Test
    void aHypothesisIsRejectedExactlyWhenTheWholeRangeContradictsIt() {
        assertThat(BASELINE.pAbove(Math.log(9.99))).isZero();
        assertThat(BASELINE.pAbove(Math.log(10))).isOne();
        assertThat(BASELINE.pBelow(Math.log(12))).isOne();
        assertThat(BASELINE.pBelow(Math.log(12.01))).isZero();
        assertThat(Holm.adjust(BASELINE.pAbove(0), BASELINE.pBelow(0), 0.04)).containsExactly(0, 1, 0.08);
    }

    /** As an estimate it keeps its ends: bounds are not taken for sampling errors, which would shrink in a mean. */
    @Test
    void theMeanOfRangesLiesBetweenTheMeansOfTheirEnds() {
        Mean mean = Mean.ofFixedSet(List.of(BASELINE.mean(), CONTENDER.mean()));
        Bounds bounds = mean.interval(95);
        assertThat(Math.exp(mean.value())).isCloseTo(Math.sqrt(10.5 * 2), within(1e-12));
        assertThat(Math.exp(bounds.low())).isCloseTo(Math.sqrt(10 * 2), within(1e-12));
        assertThat(Math.exp(bounds.high())).isCloseTo(Math.sqrt(12 * 2.1), within(1e-12));
        assertThat(mean.interval(90)).isEqualTo(bounds);
    }

    @Test
    void aRangeWidensAnIntervalByAllThatItLeavesOpen() {
        Mean sampled = new Mean(1, 0.1, 9);
        Mean both = sampled.minus(new Range(0.5, 0.2, 0.6).mean());
        // t of 9 degrees of freedom at 95 % is 2.2621571628
        assertThat(both.value()).isEqualTo(0.5);
        assertThat(both.interval(95).low()).isCloseTo(0.5 - 0.22621571628 - 0.1, within(1e-10));
        assertThat(both.interval(95).high()).isCloseTo(0.5 + 0.22621571628 + 0.3, within(1e-10));
        assertThat(both.pAbove(both.interval(95).low())).isCloseTo(0.025, within(1e-12));
        assertThat(both.pBelow(both.interval(95).high())).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void refusesWhatDoesNotHoldItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(4, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, Double.NEGATIVE_INFINITY, 3));
    }
}
