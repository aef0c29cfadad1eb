package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Recording;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.plan.PrecisionStatus;
import dev.assay.run.ProgressEstimate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final StoppingPolicy STOPPING =
            new StoppingPolicy(10, 2, 0.02, Duration.ofSeconds(330).toNanos());
    private static final String RUST = "numeric/a:rust:std@10x1";
    private static final String C = "numeric/a:c:std@10x1";

    private final List<Recording> shown = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final Hand clock = new Hand();

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void move(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Progress progress(boolean redraws, @Nullable StoppingPolicy stopping, int blocks) {
        return progress(redraws, stopping, blocks, RUST, C);
    }

    private Progress progress(boolean redraws, @Nullable StoppingPolicy stopping, int blocks, String... ids) {
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, redraws, false, 200);
        Progress progress = new Progress(console, clock, shown::add);
        List<Trial> trials = Stream.of(ids).map(Examples::trial).toList();
        progress.started(Examples.header(trials, blocks, 2, 1, stopping), new Plan(1, blocks, 2, 3, List.of(trials)));
        return progress;
    }

    private static Recording recording() {
        return new Recording(
                Examples.header(List.of(Examples.trial(RUST)), 10, 2, 1, STOPPING),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** Not before it has measured for a minute, and not when it is about to end. */
    @Test
    void aLongerRunShowsOnceWhatItHas() {
        Progress progress = progress(true, STOPPING, 60);
        progress.looksAhead(outlook(59, 90), ProgressTest::recording);
        assertThat(shown).isEmpty();
        progress.looksAhead(outlook(61, 80), ProgressTest::recording);
        progress.looksAhead(outlook(80, 60), ProgressTest::recording);
        assertThat(shown).hasSize(1);
        progress(true, STOPPING, 60).looksAhead(outlook(70, 0), ProgressTest::recording);
        assertThat(shown).hasSize(1);
    }

    private static ProgressEstimate outlook(long used, long left) {
        PrecisionStatus standing =
                new PrecisionStatus(TrialId.parse(RUST), TrialId.parse(C), 1.0731, 0.0312, 0.02, false, false);
        return new ProgressEstimate(STOPPING, Duration.ofSeconds(used), Duration.ofSeconds(left), List.of(standing));
    }

    @Test
    void thePlanSaysWhatEndsItAndHowLongItMayTake() {
        progress(false, STOPPING, 60);
        assertThat(err.toString())
                .contains("10 to 60 blocks, target ±2 %, at most 5 min 30 s, after 2 warm-ups")
                // 25 ms a block and as much a memory sample: 12 blocks of it, or 62
                .contains("Takes 0 s to 2 s.");
    }

    /** 193 and 13 ms: the cheap one runs four times in a block, and once in warm-ups and for its memory. */
    @Test
    void theGuessKnowsThatTheCheapProgramRunsSeveralTimes() {
        String python = "numeric/a:python:std@10x1";
        progress(false, STOPPING, 60, RUST, python);
        assertThat(err.toString()).contains("Takes 3 s to 15 s.");
        err.getBuffer().setLength(0);
        progress(false, null, 60, RUST, python);
        assertThat(err.toString()).contains("Takes about 13 s.");
    }

    @Test
    void aFixedNumberIsSaidToBeFixed() {
        progress(false, null, 20);
        assertThat(err.toString())
                .contains("20 blocks (fixed), after 2 warm-ups")
                .contains("Takes about 1 s.");
    }

    @Test
    void whatIsOverAtOnceIsNotSaidToTakeZeroSeconds() {
        progress(false, null, 2);
        assertThat(err.toString()).contains("Takes less than a second. Ctrl-C");
    }

    @Test
    void howLongAUsersCommandTakesIsNotGuessed() {
        String[] commands = {"compare/commands:command:baseline@0x1", "compare/commands:command:contender@0x1"};
        progress(false, null, 20, commands);
        assertThat(err.toString()).contains("Ctrl-C stops it").doesNotContain("Takes");
        progress(false, STOPPING, 60, commands);
        assertThat(err.toString()).contains("Takes at most 5 min 30 s. Ctrl-C stops it");
    }

    @Test
    void theHeartbeatKnowsTheBudgetAndWhatIsOpen() {
        Progress progress = progress(false, STOPPING, 60);
        progress.looksAhead(outlook(30, 90), ProgressTest::recording);
        clock.move(20);
        progress.sampled(Examples.sample(RUST, 14, false, 5_000_000), 20, 22);
        assertThat(err.toString())
                .contains(" 41 %  block 15, 1 workload open, about 1 min 10 s left, at most 4 min 40 s\n");
    }

    /** The next look finds that it takes longer. */
    @Test
    void whatWasReachedIsNeverTakenBack() {
        Progress progress = progress(false, STOPPING, 60);
        progress.looksAhead(outlook(60, 60), ProgressTest::recording);
        clock.move(20);
        progress.sampled(Examples.sample(RUST, 14, false, 5_000_000), 20, 22);
        progress.looksAhead(outlook(80, 240), ProgressTest::recording);
        clock.move(20);
        progress.sampled(Examples.sample(RUST, 16, false, 5_000_000), 24, 26);
        assertThat(err.toString())
                .contains(" 66 %  block 15, 1 workload open, about 40 s left, at most 4 min 10 s\n")
                .contains(" 66 %  block 17, 1 workload open, about 3 min 40 s left, at most 3 min 50 s\n");
    }

    @Test
    void beforeTheFirstLookTheBudgetIsAllThatIsKnown() {
        Progress progress = progress(false, STOPPING, 60);
        clock.move(33);
        progress.sampled(Examples.sample(RUST, 0, true, 5_000_000), 20, 22);
        assertThat(err.toString()).contains(" 10 %  block 1, at most 4 min 57 s left\n");
    }

    @Test
    void theRedrawnLineHasTheEstimateSoFar() {
        Progress progress = progress(true, STOPPING, 60);
        progress.looksAhead(outlook(30, 90), ProgressTest::recording);
        clock.move(1);
        progress.sampled(Examples.sample(RUST, 14, false, 5_000_000), 20, 22);
        assertThat(err.toString()).contains("numeric/a rust:std, ratio 1.07 ± 3.12 %");
    }

    @Test
    void whatEndsIsSaidWhereNothingIsRedrawn() {
        Progress progress = progress(false, STOPPING, 60);
        progress.looksAhead(outlook(30, 90), ProgressTest::recording);
        progress.stopped(new StopReason("numeric/a", StopReason.Reason.PRECISE, 12, 0.0142, 0.02));
        assertThat(err.toString()).contains("  numeric/a: precise enough, ±1.42 % (target ±2 %) after 12 blocks\n");
    }
}
