package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.fixture.Nights;
import dev.assay.history.RegressionAlert.Status;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is suspected of a night. */
class HistoryTest extends Watch {
    private static final String PYTHON = "numeric/fib:python:std@32x1";

    /** By NumPy and SciPy: the median is 0.5, the first quartile of pdist 0.002. */
    @Test
    void theBaselineIsTheMedianOfTheNightsBefore() {
        usual(12);
        MetricChange screened = figure(review(tonight(12, 1.2)), RUST);
        ReferenceWindow baseline = Objects.requireNonNull(screened.baseline());
        assertThat(baseline.nights()).isEqualTo(12);
        assertThat(baseline.median()).isCloseTo(0.5, within(1e-12));
        assertThat(baseline.spread().sd())
                .isCloseTo(2.21914446598508 * 0.002 * 12 / 13.4 * Math.sqrt(1 + Math.PI / 24), within(1e-9));
        assertThat(baseline.lowConfidence()).isFalse();
        assertThat(screened.ratio()).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void whatIsFivePerCentAboveIsSuspectedAndLessIsNot() {
        usual(12);
        assertThat(only(review(tonight(12, 1.055))).status()).isEqualTo(Status.SUSPECTED);
        nights.remove(12);
        assertThat(review(tonight(12, 1.045)).alerts()).isEmpty();
    }

    @Test
    void aNoisyFigureMustLieBeyondWhatChanceDoesAmongTwenty() {
        usual(12);
        List<HistoryEntry> noisy = nights.stream()
                .map(night -> others(Nights.night(nights.indexOf(night)), 0)
                        .time(RUST, USUAL + 10 * (night.figures().get(19).log() - USUAL))
                        .build())
                .toList();
        nights.clear();
        nights.addAll(noisy);
        MetricChange alone = figure(review(Nights.night(12).time(RUST, USUAL + 0.16)), RUST);
        assertThat(alone.movement()).isEqualTo(Direction.WORSE);
        assertThat(alone.p()).isBetween(0.0005, 0.01);
        nights.remove(12);
        assertThat(review(tonight(12, Math.exp(0.16))).alerts()).isEmpty();
        nights.remove(12);
        assertThat(review(tonight(12, 1.4)).alerts()).hasSize(1);
    }

    @Test
    void anIntervalThatHoldsTheUsualIsNotASuspicion() {
        usual(12);
        Nights wide = others(Nights.night(12), 0).figure(RUST, Metric.WORK, USUAL + 0.1, 0.11);
        assertThat(review(wide).alerts()).isEmpty();
    }

    @Test
    void withoutAnIntervalOrInASmokeRunNothingIsTold() {
        usual(12);
        RegressionReport few = review(others(Nights.night(12), 0).withoutInterval(RUST, 2));
        assertThat(figure(few, RUST).movement()).isEqualTo(Direction.UNKNOWN);
        nights.clear();
        usual(12, night -> night.profile(Profile.SMOKE));
        RegressionReport smoke = review(tonight(12, 2).profile(Profile.SMOKE));
        assertThat(smoke.figures()).extracting(MetricChange::movement).containsOnly(Direction.UNKNOWN);
    }

    @Test
    void whatIsFasterIsNotAnAlert() {
        usual(12);
        RegressionReport review = review(tonight(12, 1 / 1.2));
        assertThat(review.alerts()).isEmpty();
        assertThat(review.better()).extracting(each -> each.figure().trial()).containsExactly(TrialId.parse(RUST));
    }

    @Test
    void memoryIsToldFromThreePerCentOn() {
        for (int day = 0; day < 12; day++) {
            nights.add(Nights.night(day).peak(RUST, 14).build());
        }
        assertThat(review(Nights.night(12).peak(RUST, 14 + Math.log(1.025))).alerts())
                .isEmpty();
        nights.remove(12);
        // the canary says nothing of memory
        assertThat(only(review(Nights.night(12).peak(RUST, 14 + Math.log(1.035)).resolution(1.5)))
                        .status())
                .isEqualTo(Status.SUSPECTED);
    }

    @Test
    void aNoisySessionTellsNoTimeNearerThanItsCanary() {
        usual(12);
        assertThat(review(tonight(12, 1.1).resolution(1.13)).alerts()).isEmpty();
        nights.remove(12);
        assertThat(review(tonight(12, 1.2).resolution(1.13)).alerts()).hasSize(1);
    }

    @Test
    void onlyTheLastThirtyNightsCount() {
        for (int day = 0; day < 40; day++) {
            nights.add(Nights.night(day).time(RUST, day < 10 ? 5 : USUAL).build());
        }
        ReferenceWindow baseline = Objects.requireNonNull(
                figure(review(Nights.night(40).time(RUST, USUAL)), RUST).baseline());
        assertThat(baseline.nights()).isEqualTo(30);
        assertThat(baseline.spread().sd()).isZero();
    }

    @Test
    void ofFewNightsOnThisMachineThoseOfOthersAreTakenWithLowConfidence() {
        usual(9, night -> night.cpu("Other CPU"));
        RegressionReport pooled = review(tonight(9, 1.2));
        ReferenceWindow baseline = Objects.requireNonNull(figure(pooled, RUST).baseline());
        assertThat(baseline.pooled()).isTrue();
        assertThat(baseline.lowConfidence()).isTrue();
        assertThat(only(pooled).status()).isEqualTo(Status.SUSPECTED);
    }

    @Test
    void aMachineThatWasHardlySeenMustLieBeyondAllOthers() {
        for (int day = 0; day < 12; day++) {
            nights.add(Nights.night(day)
                    .cpu(day % 2 == 0 ? "Other CPU" : "Third CPU")
                    .time(RUST, day % 2 == 0 ? USUAL : USUAL + 0.2)
                    .build());
        }
        MetricChange screened = figure(review(Nights.night(12).time(RUST, USUAL + 0.24)), RUST);
        assertThat(screened.movement()).isEqualTo(Direction.NONE);
        assertThat(Objects.requireNonNull(screened.baseline()).reach()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void fewNightsOfItsOwnSayWhatIsUsualAndThoseOfOthersHowFarTheyLieApart() {
        for (int day = 0; day < 12; day++) {
            nights.add(Nights.night(day)
                    .cpu("Other CPU")
                    .time(RUST, 3 + NOISE[day])
                    .build());
        }
        for (int day = 12; day < 15; day++) {
            nights.add(Nights.night(day).time(RUST, USUAL).build());
        }
        RegressionReport review = review(Nights.night(15).time(RUST, USUAL + Math.log(1.08)));
        ReferenceWindow baseline = Objects.requireNonNull(figure(review, RUST).baseline());
        assertThat(baseline.median()).isEqualTo(USUAL);
        assertThat(baseline.nights()).isEqualTo(15);
        assertThat(baseline.pooled()).isTrue();
        // the distances on either machine, 66 and 3 of 0; of 14 values about a middle, and three of this machine
        assertThat(baseline.spread().degrees()).isCloseTo(7 + 0.006 * 196, within(1e-12));
        assertThat(baseline.spread().sd())
                .isCloseTo(2.21914446598508 * 0.002 * 14 / 15.4 * Math.sqrt(1 + Math.PI / 6), within(1e-9));
        assertThat(only(review).status()).isEqualTo(Status.SUSPECTED);
    }

    @Test
    void tenNightsOfItsOwnKindAreEnough() {
        usual(10);
        nights.add(0, Nights.night(-1).cpu("Other CPU").time(RUST, 3).build());
        ReferenceWindow baseline =
                Objects.requireNonNull(figure(review(tonight(10, 1)), RUST).baseline());
        assertThat(baseline.nights()).isEqualTo(10);
        assertThat(baseline.pooled()).isFalse();
    }

    @Test
    void ofFourNightsNothingIsToldAndOfFiveSomething() {
        usual(4);
        assertThat(figure(review(tonight(4, 2)), RUST).movement()).isEqualTo(Direction.UNKNOWN);
        nights.clear();
        usual(5);
        assertThat(figure(review(tonight(5, 2)), RUST).movement()).isEqualTo(Direction.WORSE);
    }

    @Test
    void anotherProfileAndAnotherReferenceAreNoBaseline() {
        usual(12, night -> night.profile(Profile.QUICK));
        assertThat(figure(review(tonight(12, 2)), RUST).baseline()).isNull();
        nights.clear();
        usual(12, night -> night.reference(TrialId.parse("numeric/fib:c:std@40x1")));
        assertThat(figure(review(tonight(12, 2)), RUST).baseline()).isNull();
    }

    @Test
    void onlyWhatWasThereThenIsPartOfTheHistoryUntilANight() {
        usual(5);
        History until = History.of(nights).until(nights.get(2));
        assertThat(until.nights()).extracting(HistoryEntry::run).containsExactly("night-0", "night-1", "night-2");
        assertThat(until.newest()).contains(nights.get(2));
    }

    @Test
    void ofTwoNightsOfOneRunTheLaterLineHolds() {
        HistoryEntry first = Nights.night(0).time(PYTHON, 1).build();
        HistoryEntry second = Nights.night(0).time(PYTHON, 2).build();
        assertThat(History.of(List.of(first, second)).nights()).containsExactly(second);
    }
}
