package dev.assay.analysis.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Processes that do their work again and again, and what is compared of them. */
class SteadyStateDetectionTest {
    private static final String FRESH = "numeric/a:pypy:std@10x1";
    private static final String STEADY = "numeric/a:pypy:steady@10x1";
    private static final String OTHER = "numeric/a:pypy:steadier@10x1";

    /** Four slow repetitions of thirty; what is steady takes a quarter of the work of a fresh process. */
    private static final double[] WARMING = levels(4, 1.0, 26, 0.25);

    private static double[] levels(double... counted) {
        double[] all = new double[0];
        for (int i = 0; i < counted.length; i += 2) {
            int from = all.length;
            all = Arrays.copyOf(all, from + (int) counted[i]);
            Arrays.fill(all, from, all.length, counted[i + 1]);
        }
        return all;
    }

    private static Synthetic run(double... shares) {
        return Synthetic.run(1).trial(FRESH, Figures.ofWork(100, 20)).repeated(STEADY, Figures.ofWork(100, 40), shares);
    }

    private static TrialResult steady(RunResult result) {
        return result.trial(TrialId.parse(STEADY)).orElseThrow();
    }

    private static double workMs(RunResult result) {
        return Objects.requireNonNull(steady(result).typical().get(Metric.WORK)).value() / 1e6;
    }

    @Test
    void theWorkTimeIsThatOfASteadyRepetition() {
        RunResult result = run(WARMING).analyze();
        assertThat(steady(result).repetitions()).isEqualTo(new SteadyStateSummary(30, 4.0, 0, 20, 0, 0));
        assertThat(workMs(result)).isCloseTo(25, within(0.3));
        assertThat(steady(result).samples())
                .allSatisfy(sample -> assertThat(Objects.requireNonNull(sample.workNs()))
                        .isBetween(
                                sample.reported().workSeriesNs().stream()
                                        .sorted()
                                        .skip(12)
                                        .findFirst()
                                        .orElseThrow(),
                                sample.reported().workSeriesNs().stream()
                                        .sorted()
                                        .skip(13)
                                        .findFirst()
                                        .orElseThrow()));
    }

    @Test
    void aSlowDownIsSteadyToo() {
        RunResult result = run(levels(10, 0.25, 20, 0.5)).analyze();
        assertThat(steady(result).repetitions()).isEqualTo(new SteadyStateSummary(30, 10.0, 0, 0, 20, 0));
        assertThat(workMs(result)).isCloseTo(50, within(0.6));
    }

    @Test
    void whatIsFlatHasNoWarmUp() {
        assertThat(steady(run(levels(30, 1.0)).analyze()).repetitions())
                .isEqualTo(new SteadyStateSummary(30, 0.0, 20, 0, 0, 0));
    }

    /** The last level is six of thirty: less than a quarter. The last quarter are eight, of which six are of it. */
    @Test
    void whereNothingIsSteadyTheLastQuarterStandsForIt() {
        RunResult result = run(levels(8, 1.0, 8, 0.5, 8, 0.25, 6, 0.75)).analyze();
        assertThat(steady(result).repetitions()).isEqualTo(new SteadyStateSummary(30, null, 0, 0, 0, 20));
        assertThat(workMs(result)).isCloseTo(75, within(0.9));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("unsteady"))
                .singleElement()
                .extracting(Warning::problem)
                .asString()
                .endsWith(": " + STEADY + ".");
        assertThat(result.fresh(TrialId.parse(STEADY)).orElseThrow().reasons())
                .contains(
                        "unsteady: most processes of pypy:steady reached no steady state, so the last quarter of their repetitions is used");
    }

    @Test
    void whatRepeatsTooSeldomIsNotKnownToBeSteady() {
        String why = "steady state unknown: pypy:steady repeated the work fewer than 300 times per process";
        RunResult seldom = run(WARMING).analyze();
        assertThat(seldom.fresh(TrialId.parse(STEADY)).orElseThrow().reasons()).contains(why);
        assertThat(seldom.warnings()).extracting(Warning::code).contains("not-known-to-be-steady");
        assertThat(Objects.requireNonNull(steady(seldom).repetitions()).known()).isFalse();
        RunResult often = run(levels(300, 1.0)).analyze();
        assertThat(often.fresh(TrialId.parse(STEADY)).orElseThrow().reasons()).doesNotContain(why);
        assertThat(often.warnings()).extracting(Warning::code).doesNotContain("not-known-to-be-steady");
        assertThat(Objects.requireNonNull(steady(often).repetitions()).inWords())
                .startsWith("300 repetitions per process, of which none were warm-up");
    }

    @Test
    void onlyWorkTimesAreComparedWithWhatIsDoneOnce() {
        RunResult result = run(WARMING).analyze();
        assertThat(result.comparisons()).extracting(Comparison::metric).containsExactly(Metric.WORK);
        Comparison fresh = result.fresh(TrialId.parse(STEADY)).orElseThrow();
        assertThat(fresh.baseline()).isEqualTo(TrialId.parse(FRESH));
        assertThat(fresh.estimate().value()).isCloseTo(4, within(0.05));
        assertThat(fresh.reasons())
                .containsExactly(
                        "steady state unknown: pypy:steady repeated the work fewer than 300 times per process");
    }

    @Test
    void wholeProcessesThatRepeatAsOftenAreCompared() {
        Synthetic alike = Synthetic.run(1)
                .repeated("numeric/a:command:baseline@0x1", Figures.ofWork(100, 20), WARMING)
                .repeated("numeric/a:command:contender@0x1", Figures.ofWork(50, 20), WARMING);
        assertThat(alike.analyze().comparisons())
                .extracting(Comparison::metric)
                .contains(Metric.WALL, Metric.WORK, Metric.CPU, Metric.PEAK);
    }

    @Test
    void whatIsOfAWholeProcessIsMarked() {
        TrialResult steady = steady(run(WARMING).analyze());
        for (Metric metric : List.of(Metric.WALL, Metric.CPU, Metric.PEAK)) {
            assertThat(steady.has(metric, ValueFlag.REPEATED)).as("%s", metric).isTrue();
        }
        assertThat(steady.marks()).doesNotContainKey(Metric.WORK);
        assertThat(run(WARMING)
                        .analyze()
                        .trial(TrialId.parse(FRESH))
                        .orElseThrow()
                        .marks())
                .doesNotContainValue(ValueFlag.REPEATED);
    }

    @Test
    void aClaimCannotRestOnWholeProcessesOfOtherWork() {
        Claim claim = Rules.claim(Rules.measure(
                Rules.quantity(Metric.WALL, "numeric/a", Estimator.RATIO, "pypy:std", "pypy:steady"), "95 low >", 1));
        assertThat(run(WARMING).analyze(claim).claims()).singleElement().satisfies(result -> {
            assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
            assertThat(result.sentence()).contains("a different number of times per process");
        });
    }

    /** A coarse clock may read nothing at all: that is not a time, and no reason to fail. */
    @Test
    void repetitionsTooShortForTheClock() {
        RunResult result = run(levels(30, 0.0)).analyze();
        assertThat(steady(result).repetitions()).isEqualTo(new SteadyStateSummary(30, 0.0, 20, 0, 0, 0));
        assertThat(steady(result).samples()).extracting(Sample::workNs).containsOnly(0L);
        assertThat(steady(result).typical()).doesNotContainKey(Metric.WORK);
    }

    @Test
    void aTrialOfAnotherNumberOfRepetitions() {
        RunResult result = run(WARMING)
                .repeated(OTHER, Figures.ofWork(100, 20), levels(4, 1.0, 10, 0.5))
                .analyze();
        assertThat(result.comparisons())
                .extracting(each -> each.contender().variant() + " " + each.metric())
                .containsExactlyInAnyOrder("steady work", "steadier work");
    }

    @Test
    void inWords() {
        assertThat(new SteadyStateSummary(300, 4.0, 1, 10, 0, 1).inWords())
                .isEqualTo(
                        "300 repetitions per process, of which the first 4 were warm-up (12 processes: 1 flat, 10 with a warm-up, 1 unsteady)");
        assertThat(new SteadyStateSummary(5, 0.0, 1, 0, 0, 0).inWords())
                .isEqualTo(
                        "5 repetitions per process, too few to detect a steady state, of which none were warm-up (1 process: 1 flat)");
        assertThat(new SteadyStateSummary(5, 1.0, 0, 0, 2, 0).inWords())
                .contains("of which the first was warm-up (2 processes: 2 with a slow-down)");
        assertThat(new SteadyStateSummary(5, 2.5, 0, 2, 0, 0).inWords()).contains("the first 2.5 were warm-up");
        assertThat(new SteadyStateSummary(5, null, 0, 0, 0, 2).inWords())
                .contains("of which none were steady (2 processes: 2 unsteady)");
    }
}
