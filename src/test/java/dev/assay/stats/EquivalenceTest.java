package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceTest {
    private static final double[] LOGS = logRatios(RUST, C);

    @ParameterizedTest
    @CsvSource({"1.25, .00048828, .00001836", "1.10, .01708984, .24298618", "1.05, 1.0, .91004425"})
    void rustToC(double margin, double ranks, double student) {
        Equivalence equivalence = Equivalence.within(margin);
        assertThat(equivalence.pInside(HodgesLehmann.of(LOGS))).isCloseTo(ranks, within(1e-8));
        assertThat(equivalence.pInside(Mean.ofSample(LOGS))).isCloseTo(student, within(1e-8));
    }

    @Test
    void oneSpikeFlipsOnlyTheTTestAtTenPerCent() {
        Equivalence equivalence = Equivalence.within(1.10);
        assertThat(equivalence.pInside(HodgesLehmann.of(LOGS))).isLessThan(.05);
        assertThat(equivalence.pInside(Mean.ofSample(LOGS))).isGreaterThan(.05);
        double[] calm = LOGS.clone();
        calm[4] = calm[3];
        assertThat(equivalence.pInside(Mean.ofSample(calm))).isLessThan(.05);
    }

    @Test
    void eachSideIsATestOfItsOwn() {
        HodgesLehmann location = HodgesLehmann.of(Draws.shifted(-.5, LOGS));
        Equivalence equivalence = Equivalence.within(1.25);
        assertThat(equivalence.pNotLarger(location)).isLessThan(.001);
        assertThat(equivalence.pNotSmaller(location)).isGreaterThan(.999);
        assertThat(equivalence.pInside(location)).isEqualTo(equivalence.pNotSmaller(location));
    }

    /** Rounded values: ties and zeros must not break it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isSmallExactlyWhenTheIntervalLiesInside(long seed) {
        double[] values = Arrays.stream(Draws.normal(seed, 4 + 3 * (int) seed))
                .map(value -> Math.rint(2 * value) / 2)
                .toArray();
        for (IntervalEstimate location : List.of(HodgesLehmann.of(values), Mean.ofSample(values))) {
            Bounds at90 = requireBounds(location);
            // never a margin that an end hits: rounding may then tell the two apart
            for (double margin = .1001; margin < 3; margin += .05) {
                boolean inside = -margin < at90.low() && at90.high() < margin;
                assertThat(new Equivalence(margin).pInside(location) <= .05)
                        .as("%s within %s", at90, margin)
                        .isEqualTo(inside);
            }
        }
    }

    private static Bounds requireBounds(IntervalEstimate location) {
        return requireNonNull(location.interval(90));
    }

    @Test
    void tooFewObservationsShowNothing() {
        HodgesLehmann four = HodgesLehmann.of(0, 0, 0, 0);
        assertThat(four.interval(90)).isNull();
        assertThat(new Equivalence(1).pInside(four)).isEqualTo(.0625);
        assertThat(new Equivalence(1).pInside(HodgesLehmann.of(0))).isEqualTo(.5);
    }

    @Test
    void negatingTheRatiosChangesNothing() {
        Equivalence equivalence = Equivalence.within(1.08);
        HodgesLehmann location = HodgesLehmann.of(LOGS);
        HodgesLehmann swapped = HodgesLehmann.of(Draws.negated(LOGS));
        assertThat(equivalence.pInside(swapped)).isEqualTo(equivalence.pInside(location));
        assertThat(equivalence.pNotSmaller(swapped)).isEqualTo(equivalence.pNotLarger(location));
    }

    @Test
    void aWiderMarginIsNeverHarder() {
        HodgesLehmann location = HodgesLehmann.of(LOGS);
        double before = 1;
        for (double margin = 1.001; margin < 1.5; margin += .001) {
            double p = Equivalence.within(margin).pInside(location);
            assertThat(p).isLessThanOrEqualTo(before);
            before = p;
        }
    }

    @Test
    void refusesAnInvalidMargin() {
        assertThatIllegalArgumentException().isThrownBy(() -> Equivalence.within(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Equivalence.within(.9));
        assertThatIllegalArgumentException().isThrownBy(() -> Equivalence.within(Double.NaN));
    }
}
