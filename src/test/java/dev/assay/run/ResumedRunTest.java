package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.StopRule;
import dev.assay.run.FakeMeter.Deed;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was cut short goes on as if it had not been. */
class ResumedRunTest {
    private static final StopRule RULE = Examples.precisionRule(0.02);
    private static final int BLOCKS = 4;
    private static final int WARMUPS = 1;
    private static final int FOLLOWED = 2;

    /** One of the two trials is followed in every block, for its peaks never agree. */
    private static final int WHOLE = (BLOCKS + WARMUPS) * 2 + FOLLOWED + BLOCKS;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);

    private final Trial good = Examples.trial("numeric/a:rust:std@10x1");
    private final Trial other = other();
    private final RunHeader header = Examples.header(List.of(good, other));
    private final List<Integer> done = new ArrayList<>();
    private int resumedAfter = -1;

    @TempDir
    private Path folder;

    private static Trial other() {
        Trial example = Examples.trial("numeric/a:python:std@10x1");
        Command command = new Command(List.of("/bin/other", "10"), Map.of("LANG", "C.UTF-8"), null, null);
        return new Trial(example.id(), command, example.expected(), true, null);
    }

    /** Cuts the journal of a whole run after that many lines and lets it go on. */
    private Recording cutAndGoneOn(RunFolder run, int lines, FakeMeter meter) throws IOException {
        List<String> whole = Files.readAllLines(run.journalFile());
        Files.writeString(run.journalFile(), String.join("\n", whole.subList(0, lines)) + "\n{\"kind\":\"samp");
        try (Journal journal = run.reopenJournal()) {
            Recording past = journal.content().recording();
            Recording.Resume seam = new Recording.Resume(
                    CLOCK.instant(),
                    CLOCK.instant(),
                    past.samples().size(),
                    Examples.environment(SnapshotPhase.BEFORE));
            Recording gone = executor(meter, journal).goOn(past, seam);
            assertThat(JournalReader.read(run.journalFile()).samples()).isEqualTo(gone.samples());
            return gone;
        }
    }

    private RunFolder wholeRun(String name, Function<MeterRequest, Deed> script) {
        RunFolder run = RunFolder.create(folder.resolve("results"), name);
        try (Journal journal = run.journal()) {
            executor(meter(script), journal).run();
        }
        return run;
    }

    private RunExecutor executor(FakeMeter meter, Journal journal) {
        Plan plan = new Plan(42, BLOCKS, WARMUPS, FOLLOWED, List.of(List.of(good, other)));
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        RunListener listener = new RunListener() {
            @Override
            public void resumed(int samples) {
                resumedAfter = samples;
            }

            @Override
            public void sampled(Sample sample, int number, int planned) {
                done.add(number);
            }
        };
        return new RunExecutor(header, plan, RULE, meter, settings, journal, Examples::environment, CLOCK, listener);
    }

    private static FakeMeter meter(Function<MeterRequest, Deed> script) {
        FakeMeter meter = new FakeMeter(script);
        meter.followed = request -> FakeMeter.peak(
                request.argv().get(0).equals("/bin/other")
                        ? Long.parseLong(
                                Objects.requireNonNull(request.environment().get("PYTHONHASHSEED")))
                        : 1_000_000);
        return meter;
    }

    private static Deed goodDeed(MeterRequest request) {
        return Deed.good();
    }

    @Test
    void whereverItIsCutTheSameProcessesRunInTheSameOrder() throws IOException {
        List<String> lines =
                Files.readAllLines(wholeRun("whole", ResumedRunTest::goodDeed).journalFile());
        List<Sample> whole = JournalReader.read(folder.resolve("results/whole/journal.jsonl"))
                .samples();
        assertThat(whole).hasSize(WHOLE);
        for (int cut = 1; cut < lines.size(); cut++) {
            RunFolder run = wholeRun("cut" + cut, ResumedRunTest::goodDeed);
            FakeMeter meter = meter(ResumedRunTest::goodDeed);
            done.clear();
            Recording gone = cutAndGoneOn(run, cut, meter);
            assertThat(gone.samples())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("ownCpuShare")
                    .isEqualTo(whole);
            assertThat(gone.partial()).isFalse();
            assertThat(gone.resumes()).hasSize(1);
            assertThat(meter.requests).hasSize(whole.size() - resumedAfter);
            assertThat(done).hasSameSizeAs(meter.requests);
            assertThat(gone.environments())
                    .extracting(Environment::phase)
                    .filteredOn(SnapshotPhase.DURING::equals)
                    .hasSize(1);
        }
    }

    @Test
    void aTrialThatFailedStaysGivenUp() throws IOException {
        Exit exit = new Exit(Exit.Reason.EXITED, 1, null, null, null);
        RunFolder run = wholeRun(
                "run", request -> request.argv().get(0).equals("/bin/other") ? Deed.ending(exit) : Deed.good());
        FakeMeter meter = meter(ResumedRunTest::goodDeed);
        Recording gone = cutAndGoneOn(run, 4, meter);
        assertThat(gone.samples().stream().filter(sample -> sample.trial().equals(other.id())))
                .hasSize(1);
        assertThat(meter.requests).noneMatch(request -> request.argv().get(0).equals("/bin/other"));
        assertThat(gone.samples()).hasSize(BLOCKS + WARMUPS + FOLLOWED + 1);
    }

    @Test
    void aSampleThatTheMeterLostIsNotMeasuredAgainAndItsTrialGoesOn() throws IOException {
        List<Integer> calls = new ArrayList<>();
        RunFolder run = wholeRun("run", request -> {
            calls.add(1);
            return calls.size() == 2 ? Deed.losingTheMeter() : Deed.good();
        });
        Recording gone = cutAndGoneOn(run, 3, meter(ResumedRunTest::goodDeed));
        assertThat(gone.samples()).hasSize(WHOLE);
        assertThat(gone.samples().stream().filter(Sample::lost)).hasSize(1);
    }

    @Test
    void lossesBeforeACutCountForGivingUp() throws IOException {
        Function<MeterRequest, Deed> killer =
                request -> request.argv().get(0).equals("/bin/other") ? Deed.losingTheMeter() : Deed.good();
        RunFolder run = wholeRun("run", killer);
        int cut = lineOfLoss(run, 2);
        FakeMeter meter = meter(killer);
        Recording gone = cutAndGoneOn(run, cut, meter);
        assertThat(gone.samples()).filteredOn(Sample::lost).hasSize(3);
        assertThat(meter.requests)
                .filteredOn(request -> request.argv().get(0).equals("/bin/other"))
                .hasSize(1);
        Recording again = cutAndGoneOn(run, lineOfLoss(run, 3), meter(ResumedRunTest::goodDeed));
        assertThat(again.samples()).filteredOn(Sample::lost).hasSize(3);
    }

    /** The number of lines up to a loss, counted from one. */
    private static int lineOfLoss(RunFolder run, int loss) throws IOException {
        List<String> lines = Files.readAllLines(run.journalFile());
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("the meter died") && ++seen == loss) {
                return i + 1;
            }
        }
        throw new AssertionError("there are only " + seen + " losses");
    }

    @Test
    void aRunCanBeCutAgainAndAgain() throws IOException {
        RunFolder run = wholeRun("run", ResumedRunTest::goodDeed);
        cutAndGoneOn(run, 2, meter(ResumedRunTest::goodDeed));
        cutAndGoneOn(run, 5, meter(ResumedRunTest::goodDeed));
        Recording gone = cutAndGoneOn(run, 8, meter(ResumedRunTest::goodDeed));
        assertThat(gone.resumes())
                .extracting(Recording.Resume::samples)
                .isSorted()
                .hasSize(3);
        assertThat(gone.samples()).hasSize(WHOLE);
    }
}
