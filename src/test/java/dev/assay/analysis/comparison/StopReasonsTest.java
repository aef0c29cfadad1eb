package dev.assay.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.model.run.StoppingPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What it means for figures why their workload was measured no further. */
class StopReasonsTest {
    private static final String WORKLOAD = "numeric/nbody";
    private static final String RUST = WORKLOAD + ":rust:std@100x1";
    private static final String C = WORKLOAD + ":c:std@100x1";
    private static final StoppingPolicy STOPPING = new StoppingPolicy(10, 2, 0.02, 90_000_000_000L);

    /** Two programs, the second that many times faster, in that many blocks of such noise. */
    private static Synthetic run(double times, double spread, int blocks) {
        return Synthetic.run(3)
                .blocks(blocks)
                .spread(spread)
                .trial(RUST, Figures.ofWork(10 * times, 2))
                .trial(C, Figures.ofWork(10, 1));
    }

    private static StopReason stop(Reason reason, int blocks) {
        return new StopReason(WORKLOAD, reason, blocks, 0.06, 0.02);
    }

    private static Comparison work(RunResult result) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.metric() == Metric.WORK)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWideIntervalThatDecidesNothingIsInconclusiveAndTheBudgetIsTheReason() {
        RunResult result =
                run(1.02, 0.3, 12).stopping(STOPPING, stop(Reason.BUDGET, 12)).analyze();
        Comparison comparison = work(result);
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.reasons().get(0))
                .startsWith("budget: the 1 min 30 s ran out at ±")
                .endsWith(" % (target ±2 %)");
        assertThat(work(run(1.02, 0.3, 12).analyze()).verdict()).isEqualTo(Verdict.UNCLEAR);
    }

    /** What a run of several sessions came to is told by all of its blocks. */
    @Test
    void theEndsOfSessionsAreOneEnd() {
        StopReason[] precise = {
            stop(Reason.PRECISE, 20).in(1),
            stop(Reason.PRECISE, 20).in(2),
            stop(Reason.PRECISE, 20).in(3)
        };
        assertThat(ofSessions(0.01, precise)).isEqualTo(new Ending(Reason.PRECISE, 60));
        StopReason[] mixed = {
            stop(Reason.BUDGET, 20).in(1),
            stop(Reason.MAX_BLOCKS, 20).in(2),
            stop(Reason.PRECISE, 20).in(3)
        };
        // together they are as precise as was asked for, and what a session lacked does not matter
        assertThat(ofSessions(0.01, mixed)).isEqualTo(new Ending(Reason.PRECISE, 60));
        assertThat(ofSessions(0.5, mixed)).isEqualTo(new Ending(Reason.BUDGET, 60));
        assertThat(ofSessions(
                        0.5,
                        stop(Reason.FIXED, 20).in(1),
                        stop(Reason.FIXED, 20).in(2),
                        stop(Reason.FIXED, 20).in(3)))
                .isEqualTo(new Ending(Reason.FIXED, 60));
    }

    /** Why a workload ended, and after how many blocks. */
    private record Ending(Reason reason, int blocks) {}

    private static Ending ofSessions(double spread, StopReason... stops) {
        StopReason stop = Synthetic.run(3)
                .blocks(60)
                .sessions(3)
                .spread(spread)
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 1))
                .stopping(STOPPING, stops)
                .analyze()
                .stops()
                .get(0);
        return new Ending(stop.reason(), stop.blocks());
    }

    @Test
    void aWideIntervalThatDecidesKeepsItsVerdictAndSaysTheReason() {
        Comparison comparison =
                work(run(3, 0.3, 12).stopping(STOPPING, stop(Reason.BUDGET, 12)).analyze());
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.reasons()).singleElement().asString().startsWith("budget: ");
    }

    @Test
    void aNarrowIntervalOfAStoppedWorkloadHasNoSuchReason() {
        Comparison comparison = work(
                run(3, 0.01, 12).stopping(STOPPING, stop(Reason.BUDGET, 12)).analyze());
        assertThat(comparison.reasons()).isEmpty();
    }

    @Test
    void theMostBlocksAreABudgetToo() {
        Comparison comparison = work(run(1.02, 0.3, 12)
                .stopping(STOPPING, stop(Reason.MAX_BLOCKS, 60))
                .analyze());
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.reasons().get(0)).startsWith("budget: the limit of 60 blocks was reached at ±");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"PRECISE", "FIXED", "INTERRUPTED"})
    void whateverElseEndedItIsNotAReason(Reason reason) {
        Comparison comparison =
                work(run(1.02, 0.3, 12).stopping(STOPPING, stop(reason, 12)).analyze());
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(comparison.reasons()).noneMatch(said -> said.startsWith("budget"));
    }

    @Test
    void peaksOfMemoryDoNotDependOnIt() {
        RunResult result =
                run(1.02, 0.3, 12).stopping(STOPPING, stop(Reason.BUDGET, 12)).analyze();
        assertThat(result.comparisons())
                .filteredOn(comparison -> comparison.metric() == Metric.PEAK)
                .isNotEmpty()
                .allSatisfy(comparison ->
                        assertThat(comparison.reasons()).noneMatch(reason -> reason.startsWith("budget")));
    }

    @Test
    void aWarningNamesWhatTheBudgetStopped() {
        RunResult result =
                run(3, 0.3, 12).stopping(STOPPING, stop(Reason.BUDGET, 12)).analyze();
        assertThat(result.stops()).containsExactly(stop(Reason.BUDGET, 12));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("budget"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .contains("1 min 30 s", "reached a precision of 2 %: numeric/nbody (±6 %, 12 blocks)");
    }

    /** With 45 workloads the list would be a page of the terminal. */
    @Test
    void ofManyAWarningNamesThoseKnownLeast() {
        List<StopReason> stops = IntStream.range(0, 9)
                .mapToObj(i -> new StopReason("some/w" + i, Reason.BUDGET, 10, i == 0 ? 0.01 : i / 20.0, 0.02))
                .toList();
        Set<Warning> warnings = new LinkedHashSet<>();
        StopReasons.warn(STOPPING, stops, warnings);
        assertThat(warnings)
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .contains(": some/w8 (±40 %, 10 blocks), some/w7 (±35 %, 10 blocks), ")
                .endsWith("some/w3 (±15 %, 10 blocks) and 2 more");
    }

    @Test
    void whatTheJournalDoesNotSayFollowsFromTheSamples() {
        assertThat(run(3, 0.01, 12).analyze().stops()).singleElement().satisfies(stop -> {
            assertThat(stop.workload()).isEqualTo(WORKLOAD);
            assertThat(stop.reason()).isEqualTo(Reason.FIXED);
            assertThat(stop.blocks()).isEqualTo(12);
            assertThat(stop.width()).isBetween(0.0, 0.01);
        });
        assertThat(run(3, 0.01, 12).interrupted().analyze().stops())
                .extracting(StopReason::reason)
                .containsExactly(Reason.INTERRUPTED);
        assertThat(Synthetic.run(1)
                        .trial(RUST, Figures.ofWork(1, 1))
                        .failing(C, 3, "exited with code 1")
                        .analyze()
                        .stops())
                .extracting(StopReason::reason)
                .containsExactly(Reason.FAILED);
        assertThat(Synthetic.run(1).skipped(C, "not asked for").analyze().stops())
                .isEqualTo(List.of());
    }
}
