package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.stats.HodgesLehmann;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionThresholdTest {
    private static final Quantity ANY = quantity(Metric.WALL, "a/b", Estimator.RATIO, "python:std", "rust:std");

    /** Six blocks: the interval is their smallest to their largest, here 1.2 to 1.4. */
    private static final LogEstimate READING = reading(1.2, 1.22, 1.25, 1.3, 1.35, 1.4);

    @ParameterizedTest
    @CsvSource({
        "95 low >, 1.1, HOLDS",
        "95 low >, 1.3, UNDECIDED",
        "95 low >, 1.5, REFUTED",
        "95 high <, 1.5, HOLDS",
        "95 high <, 1.3, UNDECIDED",
        "95 high <, 1.1, REFUTED",
    })
    void strictBoundsAskForTheWholeInterval(String test, double value, Outcome outcome) {
        assertThat(new ConditionThreshold(measure(ANY, test, value), 1)
                        .decide(READING)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "95 high >, 1.1, HOLDS",
        "95 high >, 1.3, HOLDS",
        "95 high >, 1.5, REFUTED",
        "95 low <, 1.5, HOLDS",
        "95 low <, 1.3, HOLDS",
        "95 low <, 1.1, REFUTED",
    })
    void liberalBoundsHoldUnlessTheContraryIsShown(String test, double value, Outcome outcome) {
        assertThat(new ConditionThreshold(measure(ANY, test, value), 1)
                        .decide(READING)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "95 low >, 1.15, UNDECIDED",
        "95 low >, 1.05, HOLDS",
        "95 low >, 1.45, UNDECIDED",
        "95 low >, 1.6, REFUTED",
        "95 high <, 1.45, UNDECIDED",
        "95 high <, 1.6, HOLDS",
        "95 high >, 1.45, UNDECIDED",
    })
    void noisySessionMustClearTheLineByItsResolution(String test, double value, Outcome outcome) {
        assertThat(new ConditionThreshold(measure(ANY, test, value), 1.1)
                        .decide(READING)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void levelChoosesTheInterval() {
        LogEstimate five = reading(1.2, 1.22, 1.25, 1.3, 1.35);
        assertThat(new ConditionThreshold(measure(ANY, "90 low >", 1.1), 1)
                        .decide(five)
                        .outcome())
                .isEqualTo(Outcome.HOLDS);
        assertThat(new ConditionThreshold(measure(ANY, "95 low >", 1.1), 1)
                        .decide(five)
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void pValueAgreesWithTheInterval() {
        for (double value = 1.05; value < 1.6; value += 0.05) {
            ConditionThreshold threshold = new ConditionThreshold(measure(ANY, "95 low >", value), 1);
            assertThat(threshold.pHolds(READING) <= threshold.tail())
                    .isEqualTo(threshold.decide(READING).outcome() == Outcome.HOLDS);
            assertThat(threshold.pRefuted(READING) <= threshold.tail())
                    .isEqualTo(threshold.decide(READING).outcome() == Outcome.REFUTED);
        }
    }

    /** As it is, the interval is 1.2 to 1.4; corrected, 1.05 to 1.4. */
    @ParameterizedTest
    @CsvSource({
        "95 low >, 1.02, HOLDS",
        "95 low >, 1.1, UNDECIDED",
        "95 low >, 1.3, UNDECIDED",
        "95 low >, 1.5, REFUTED",
        "95 high <, 1.1, UNDECIDED",
        "95 high <, 1.02, REFUTED",
        "95 low <, 1.1, UNDECIDED",
    })
    void whatACorrectionDecidesOtherwiseIsUndecided(String test, double value, Outcome outcome) {
        LogEstimate corrected = reading(1.05, 1.22, 1.25, 1.3, 1.35, 1.4);
        LogEstimate doubted = new LogEstimate(
                READING.value(),
                READING.location(),
                6,
                Kind.CONFIDENCE,
                List.of(new SeriesCheckResult(SeriesCheckResult.Kind.DRIFT, "by 10 %", corrected)));
        ConditionThreshold threshold = new ConditionThreshold(measure(ANY, test, value), 1);
        assertThat(threshold.decide(doubted).outcome()).isEqualTo(outcome);
        assertThat(threshold.pHolds(doubted))
                .isEqualTo(Math.max(threshold.pHolds(READING), threshold.pHolds(corrected)));
        assertThat(threshold.pRefuted(doubted))
                .isEqualTo(Math.max(threshold.pRefuted(READING), threshold.pRefuted(corrected)));
    }

    private static LogEstimate reading(double... ratios) {
        HodgesLehmann location =
                HodgesLehmann.of(Arrays.stream(ratios).map(Math::log).toArray());
        return new LogEstimate(location.value(), location, ratios.length, Kind.CONFIDENCE);
    }
}
