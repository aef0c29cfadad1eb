package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.Nights;
import dev.assay.history.RegressionAlert.Status;
import dev.assay.model.history.HistoryEntry;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of a suspicion, and what it is put down to. */
class AlertsTest extends Watch {
    @Test
    void aFreshRunThatSeesTheSameMakesItARegression() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        nights.add(Nights.confirming(12).time(RUST, USUAL + Math.log(1.18)).build());
        RegressionReport review = History.of(nights).review(nights.get(12));
        assertThat(only(review).status()).isEqualTo(Status.CONFIRMED);
        assertThat(only(review).decidedBy()).isEqualTo("again-12");
        assertThat(review.regressions()).hasSize(1);
    }

    @Test
    void aFreshRunThatDoesNotClearsIt() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        nights.add(Nights.confirming(12).time(RUST, USUAL + 0.01).build());
        // what comes later does not decide any more
        nights.add(tonight(13, 1.2).build());
        RegressionReport review = History.of(nights).review(nights.get(12));
        assertThat(only(review).status()).isEqualTo(Status.CLEARED);
        assertThat(review.regressions()).isEmpty();
    }

    @Test
    void withoutOneTheNextNightDecides() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        nights.add(tonight(13, 1.2).build());
        RegressionAlert alert = only(History.of(nights).review(nights.get(12)));
        assertThat(alert.status()).isEqualTo(Status.CONFIRMED);
        assertThat(alert.decidedBy()).isEqualTo("night-13");
    }

    @Test
    void aRegressionThatWasConfirmedStandsUntilItEnds() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        nights.add(Nights.confirming(12).time(RUST, USUAL + Math.log(1.2)).build());
        RegressionAlert alert = only(review(tonight(13, 1.2)));
        assertThat(alert.status()).isEqualTo(Status.CONFIRMED);
        assertThat(alert.since().run()).isEqualTo("night-12");
        assertThat(alert.decidedBy()).isEqualTo("again-12");
        assertThat(review(tonight(14, 1)).alerts()).isEmpty();
    }

    @Test
    void whatWasClearedIsSuspectedAnewWhenItIsSeenAgain() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        nights.add(Nights.confirming(12).time(RUST, USUAL).build());
        assertThat(only(review(tonight(13, 1.2))).status()).isEqualTo(Status.SUSPECTED);
    }

    @Test
    void aRunThatLooksAgainIsNotPartOfABaselineAndHasNoAlertsOfItsOwn() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        HistoryEntry again =
                Nights.confirming(12).time(RUST, USUAL + Math.log(1.2)).build();
        nights.add(again);
        History history = History.of(nights);
        assertThat(history.review(again).alerts()).isEmpty();
        assertThat(history.subject(again)).isEqualTo(nights.get(12));
        assertThat(Objects.requireNonNull(figure(history.review(again), RUST).baseline())
                        .nights())
                .isEqualTo(12);
        assertThat(Objects.requireNonNull(figure(review(tonight(13, 1)), RUST).baseline())
                        .nights())
                .isEqualTo(13);
    }

    @Test
    void fourOfTwentyWorkloadsAreProgramsAndFiveAreTheEnvironment() {
        usual(12);
        RegressionReport four = review(others(Nights.night(12), 3).time(RUST, USUAL + Math.log(1.2)));
        assertThat(four.events()).isEmpty();
        assertThat(four.suspicions()).hasSize(4);
        nights.remove(12);
        RegressionReport five = review(others(Nights.night(12), 4).time(RUST, USUAL + Math.log(1.2)));
        assertThat(five.events()).containsExactly(new CommonShiftEvent(true, Direction.WORSE, 5, 20));
        assertThat(five.alerts()).hasSize(5).extracting(RegressionAlert::status).containsOnly(Status.ENVIRONMENT);
    }

    @Test
    void whatMovedTheOtherWayIsNotCountedWithIt() {
        usual(12);
        Nights night = Nights.night(12);
        for (int i = 0; i < 19; i++) {
            night.time("numeric/other" + i + ":rust:std@1x1", i < 3 ? 0.3 : i < 6 ? -0.3 : 0.001 * (i % 3));
        }
        assertThat(review(night.time(RUST, USUAL)).events()).isEmpty();
    }

    @Test
    void aShiftThatBeginsWithANewToolchainIsReportedAsThat() {
        usual(12);
        nights.add(tonight(12, 1.2).version("rust", "1.96.0").build());
        RegressionAlert alert = only(review(tonight(13, 1.2).version("rust", "1.96.0")));
        assertThat(alert.status()).isEqualTo(Status.VERSIONS);
        assertThat(alert.since().run()).isEqualTo("night-12");
        assertThat(alert.causes()).containsExactly("the toolchain of rust went from 1.95.0 to 1.96.0");
    }

    @Test
    void theToolchainOfOthersIsNotACauseButTheKernelIs() {
        usual(12);
        assertThat(only(review(tonight(12, 1.2).version("c", "gcc 13"))).status())
                .isEqualTo(Status.SUSPECTED);
        nights.remove(12);
        assertThat(only(review(tonight(12, 1.2).version("kernel", "Linux 6.12")))
                        .status())
                .isEqualTo(Status.VERSIONS);
    }

    @Test
    void whatIsTheSameProgramAsUsualIsTheMachine() {
        usual(12, night -> night.program("same"));
        RegressionAlert alert = only(review(tonight(12, 1.2, "same")));
        assertThat(alert.status()).isEqualTo(Status.UNCHANGED);
        nights.remove(12);
        assertThat(only(review(tonight(12, 1.2, "other"))).status()).isEqualTo(Status.SUSPECTED);
    }

    /** Of a program that has just changed a second night is not a witness: most of what is usual was another program's. */
    @Test
    void whatChangedLatelyIsNotTheSameAsUsual() {
        usual(12, night -> night.program("old"));
        nights.add(tonight(12, 1.04, "new").build());
        assertThat(only(review(tonight(13, 1.2, "new"))).status()).isEqualTo(Status.SUSPECTED);
    }

    @Test
    void nightsOfOldDoNotSayWhatTheyStarted() {
        usual(12);
        assertThat(only(review(tonight(12, 1.2, "some"))).status()).isEqualTo(Status.SUSPECTED);
    }

    @Test
    void aVersionThatChangedAfterTheShiftBeganIsNotACause() {
        usual(12);
        nights.add(tonight(12, 1.2).build());
        RegressionAlert alert = only(review(tonight(13, 1.2).version("rust", "1.96.0")));
        assertThat(alert.status()).isEqualTo(Status.CONFIRMED);
        assertThat(alert.since().run()).isEqualTo("night-12");
    }
}
