package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Command;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.run.FakeMeter.Deed;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose processes are short, so that the meter takes several in a row: the cheap one comes several times in a block. */
class RowsOfProcessesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);
    private static final StoppingPolicy STOPPING =
            new StoppingPolicy(4, 2, 0.02, Duration.ofSeconds(60).toNanos());
    private static final int BLOCKS = 6;
    private static final int WARMUPS = 1;

    private final Trial cheap = trial("numeric/a:rust:std@10x1", "/bin/cheap");
    private final Trial dear = trial("numeric/a:python:std@10x1", "/bin/dear");
    private final Plan plan = new Plan(42, BLOCKS, WARMUPS, 1, List.of(List.of(cheap, dear)));

    @TempDir
    private Path folder;

    private static Trial trial(String id, String program) {
        Trial example = Examples.trial(id);
        return new Trial(
                example.id(), new Command(List.of(program), Map.of(), null, null), example.expected(), false, null);
    }

    private static boolean isCheap(MeterRequest request) {
        return request.argv().get(0).equals("/bin/cheap");
    }

    private static FakeMeter meter(Function<MeterRequest, Deed> script) {
        FakeMeter meter = new FakeMeter(script);
        meter.wallNs = request -> isCheap(request) ? 1_000_000 : 100_000_000;
        return meter;
    }

    private RunExecutor executor(FakeMeter meter, Journal journal) {
        return new RunExecutor(
                Examples.header(List.of(cheap, dear), BLOCKS, WARMUPS, 1, STOPPING),
                plan,
                Examples.precisionRule(0.02),
                meter,
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false),
                journal,
                Examples::environment,
                CLOCK,
                RunListener.NONE);
    }

    private Recording run(String name, FakeMeter meter) {
        try (Journal journal = RunFolder.create(folder.resolve("results"), name).journal()) {
            return executor(meter, journal).run();
        }
    }

    private static List<String> places(Recording recording) {
        return recording.samples().stream()
                .map(sample -> sample.trial() + " " + sample.mode() + " " + sample.order() + " " + sample.conditions())
                .toList();
    }

    private static List<Sample> ofTrial(Recording recording, Trial trial) {
        return recording.samples().stream()
                .filter(sample -> sample.trial().equals(trial.id()))
                .toList();
    }

    /** The block in which the cheap one comes several times for the first time, and how often. */
    private static Map<Integer, Long> runs(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING)
                .collect(Collectors.groupingBy(Sample::block, Collectors.counting()));
    }

    @Test
    void everyBlockIsRunInItsOrder() {
        FakeMeter meter = meter(request -> Deed.good());
        Recording recording = run("whole", meter);
        assertThat(meter.rows).isNotEmpty().allMatch(row -> row > 1);
        assertThat(runs(ofTrial(recording, cheap)).values()).anyMatch(runs -> runs > 1);
        List<Sample> samples = recording.samples();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            boolean first = i == 0 || samples.get(i - 1).block() < sample.block();
            assertThat(sample.order().position())
                    .isEqualTo(first ? 0 : samples.get(i - 1).order().position() + 1);
            assertThat(meter.requests.get(i).environment())
                    .containsEntry(
                            "ASSAY_PADDING", "x".repeat(sample.conditions().environmentPadding()));
            assertThat(isCheap(meter.requests.get(i))).isEqualTo(sample.trial().equals(cheap.id()));
        }
        assertThat(JournalReader.read(folder.resolve("results/whole/journal.jsonl"))
                        .samples())
                .isEqualTo(samples);
        assertThat(folder).isDirectoryNotContaining("glob:**scratch*");
    }

    /** Which process of the cheap one is the second of the first block that has several. */
    private int inTheMiddle() {
        Recording whole = run("known", meter(request -> Deed.good()));
        List<Sample> cheapOnes = ofTrial(whole, cheap);
        Map<Integer, Long> runs = runs(cheapOnes);
        int number = 0;
        while (runs.getOrDefault(cheapOnes.get(number).block(), 0L) < 2) {
            number++;
        }
        return number + 2;
    }

    private static Function<MeterRequest, Deed> atCheap(int number, Deed deed) {
        AtomicInteger calls = new AtomicInteger();
        return request -> isCheap(request) && calls.incrementAndGet() == number ? deed : Deed.good();
    }

    @Test
    void whoFailsInARowIsNotRunAgainAndTheOthersGoOn() {
        int number = inTheMiddle();
        List<Deed> failures = List.of(Deed.saying("no\n", 1), Deed.printing("43\n"));
        for (int i = 0; i < failures.size(); i++) {
            Recording recording = run("failed-" + i, meter(atCheap(number, failures.get(i))));
            List<Sample> cheapOnes = ofTrial(recording, cheap);
            assertThat(cheapOnes).hasSize(number);
            assertThat(cheapOnes.subList(0, number - 1)).allMatch(Sample::ok);
            assertThat(cheapOnes.get(number - 1).ok()).isFalse();
            int block = cheapOnes.get(number - 1).block();
            assertThat(runs(ofTrial(recording, dear))).containsEntry(block, 1L);
        }
    }

    @Test
    void aMeterThatIsLostInARowCostsTheProcessThatRan() {
        int number = inTheMiddle();
        Recording whole = run("whole", meter(request -> Deed.good()));
        List<Sample> before = ofTrial(whole, cheap);
        Recording recording = run("lost", meter(atCheap(number, Deed.losingTheMeter())));
        assertThat(ofTrial(recording, cheap).get(number - 1)).satisfies(lost -> {
            assertThat(lost.lost()).isTrue();
            assertThat(lost.order()).isEqualTo(before.get(number - 1).order());
            assertThat(lost.problem()).contains("the meter died");
            assertThat(lost.lostNs()).isNotNull();
        });
        assertThat(recording.samples()).filteredOn(Sample::lost).hasSize(1);
        assertThat(places(recording)).startsWith(places(whole).toArray(String[]::new));
    }

    @Test
    void aRunThatDiesInARowLosesThatRowAndGoesOnAsIfNothingHadBeen() {
        int number = inTheMiddle();
        Recording whole = run("whole", meter(request -> Deed.good()));
        AtomicInteger calls = new AtomicInteger();
        FakeMeter dying = meter(request -> {
            if (isCheap(request) && calls.incrementAndGet() == number) {
                throw new MeterFailure("everything ends here");
            }
            return Deed.good();
        });
        assertThatThrownBy(() -> run("dead", dying)).isInstanceOf(MeterFailure.class);
        RunFolder dead = RunFolder.open(folder.resolve("results/dead"));
        int block = ofTrial(whole, cheap).get(number - 1).block();
        try (Journal journal = dead.reopenJournal()) {
            Recording past = journal.content().recording();
            assertThat(past.samples()).hasSizeGreaterThanOrEqualTo((int) whole.samples().stream()
                    .filter(sample -> sample.block() < block)
                    .count());
            Recording.Resume seam = new Recording.Resume(
                    CLOCK.instant(),
                    CLOCK.instant(),
                    past.samples().size(),
                    Examples.environment(SnapshotPhase.BEFORE));
            Recording gone = executor(meter(request -> Deed.good()), journal).goOn(past, seam);
            assertThat(places(gone)).isEqualTo(places(whole));
        }
    }
}
