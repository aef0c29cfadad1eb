package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.meter.MeterRequest;
import dev.assay.model.Runtime;
import dev.assay.model.run.Command;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
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
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that stops by itself, from its first line to its last, whole and cut short. */
class StoppingRunTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);
    private static final StoppingPolicy STOPPING =
            new StoppingPolicy(10, 2, 0.02, Duration.ofMillis(1500).toNanos());

    private final List<List<Trial>> groups = List.of(
            List.of(trial("numeric/quiet:rust:std@10x1", "/bin/quiet"), trial("numeric/quiet:c:std@10x1", "/bin/dear")),
            List.of(trial("numeric/wild:rust:std@10x1", "/bin/wild"), trial("numeric/wild:c:std@10x1", "/bin/wild2")));
    private final List<StopReason> told = new ArrayList<>();
    private final List<ProgressEstimate> outlooks = new ArrayList<>();

    @TempDir
    private Path folder;

    private static Trial trial(String id, String program) {
        Trial example = Examples.trial(id);
        return new Trial(
                example.id(), new Command(List.of(program), Map.of(), null, null), example.expected(), false, null);
    }

    /** The hash seed is the block's, so that a process takes the same whenever its turn comes. */
    private static long wallNs(MeterRequest request) {
        String program = request.argv().get(0);
        long seed = Long.parseLong(request.environment().getOrDefault("PYTHONHASHSEED", "0"));
        double spread = program.contains("wild") ? 0.3 : 0.001;
        double noise = new Random(seed * 31 + program.hashCode()).nextGaussian();
        double typicalNs = program.contains("dear") ? 30e6 : 5e6;
        return Math.round(typicalNs * Math.exp(spread * noise));
    }

    private RunExecutor executor(RunHeader header, Journal journal) {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        meter.wallNs = StoppingRunTest::wallNs;
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        RunListener listener = new RunListener() {
            @Override
            public void sampled(Sample sample, int done, int planned) {
                assertThat(done).isLessThanOrEqualTo(planned);
            }

            @Override
            public void looksAhead(ProgressEstimate outlook, Supplier<Recording> soFar) {
                outlooks.add(outlook);
            }

            @Override
            public void stopped(StopReason stop) {
                told.add(stop);
            }
        };
        return new RunExecutor(
                header,
                new Plan(42, 60, 2, 3, groups),
                Examples.precisionRule(0.02),
                meter,
                settings,
                journal,
                Examples::environment,
                CLOCK,
                listener);
    }

    private RunHeader header() {
        return Examples.header(groups.stream().flatMap(List::stream).toList(), 60, 2, 1, STOPPING);
    }

    private Recording whole() {
        RunFolder run = RunFolder.create(folder.resolve("results"), "whole");
        try (Journal journal = run.journal()) {
            return executor(header(), journal).run();
        }
    }

    /** Goes on after these lines. */
    private Recording resumed(String name, List<String> lines) throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("results"), name);
        try (Journal begun = run.journal()) {
            begun.header(header());
        }
        Files.writeString(run.journalFile(), String.join("\n", lines) + "\n{\"kind\":\"sto");
        try (Journal journal = run.reopenJournal()) {
            Recording past = journal.content().recording();
            Recording.Resume seam = new Recording.Resume(
                    CLOCK.instant(),
                    CLOCK.instant(),
                    past.samples().size(),
                    Examples.environment(SnapshotPhase.BEFORE));
            executor(past.header(), journal).goOn(past, seam);
        }
        return JournalReader.read(run.journalFile());
    }

    @Test
    void whyAWorkloadEndedIsJournalledWhenItIsDecided() throws IOException {
        Recording recording = whole();
        assertThat(recording.partial()).isFalse();
        assertThat(recording.stops()).extracting(StopReason::reason).containsExactly(Reason.PRECISE, Reason.BUDGET);
        assertThat(told).isEqualTo(recording.stops());
        Path journal = folder.resolve("results/whole/journal.jsonl");
        assertThat(JournalReader.read(journal)).isEqualTo(recording);
        List<String> kinds = Files.readAllLines(journal).stream()
                .map(line -> line.replaceAll("^\\{\"kind\":\"([a-z]+)\".*", "$1"))
                .toList();
        int first = kinds.indexOf("stop");
        assertThat(kinds.subList(first + 1, kinds.size())).contains("sample", "stop");
        assertThat(recording.environments())
                .extracting(environment -> environment.phase())
                .containsExactly(SnapshotPhase.DURING, SnapshotPhase.AFTER);
    }

    @Test
    void theOutlookIsToldBeforeEveryStep() {
        Recording recording = whole();
        long blocks = recording.samples().stream().map(Sample::block).distinct().count();
        // one warm-up is a step, of those that count two are, and before the first sample nothing is known
        assertThat(outlooks).hasSize((int) (1 + (blocks - 2) / 2 + 1));
        assertThat(outlooks.get(outlooks.size() - 1).left()).isZero();
        assertThat(outlooks.get(outlooks.size() - 2).open()).hasSize(1);
    }

    /** The dear one costs 32 ms with its handling, the other 7: the root of their ratio is 2.1. */
    @Test
    void theCheapProgramRunsOnEitherSideOfTheDearOne() {
        List<Sample> block = whole().samples().stream()
                .filter(sample -> sample.block() == 2
                        && sample.mode() == SamplingMode.TIMING
                        && sample.trial().workload().equals("numeric/quiet"))
                .toList();
        assertThat(block)
                .extracting(sample -> sample.trial().runtime())
                .containsExactly(Runtime.RUST, Runtime.C, Runtime.RUST);
    }

    @Test
    void whereverItIsCutTheSameIsMeasuredAndNothingIsSaidTwice() throws IOException {
        Recording whole = whole();
        List<String> lines = Files.readAllLines(folder.resolve("results/whole/journal.jsonl"));
        Random random = new Random(8);
        for (int i = 0; i < 12; i++) {
            int kept = 1 + random.nextInt(lines.size() - 1);
            Recording resumed = resumed("cut" + i, lines.subList(0, kept));
            assertThat(resumed.samples().stream().map(Sample::figures).toList())
                    .isEqualTo(whole.samples().stream().map(Sample::figures).toList());
            assertThat(resumed.stops()).isEqualTo(whole.stops());
        }
    }

    /** A journal of old has one run of each trial in a block and says nothing of more: its blocks are found, and the rest is like them. */
    @Test
    void aJournalThatWasBegunWithOneRunEachGoesOnSo() throws IOException {
        whole();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("results/whole/journal.jsonl")));
        String old = lines.get(0).replace(",\"mostRuns\":16", "");
        assertThat(old).isNotEqualTo(lines.get(0));
        Recording whole = resumed("old", List.of(old));
        lines = Files.readAllLines(folder.resolve("results/old/journal.jsonl"));
        assertThat(lines.get(0)).isEqualTo(old);
        assertThat(whole.samples())
                .filteredOn(sample -> sample.mode() == SamplingMode.TIMING)
                .extracting(sample -> sample.trial() + " " + sample.block())
                .doesNotHaveDuplicates();

        for (int kept : List.of(2, lines.size() / 3, lines.size() / 2, lines.size() - 2)) {
            Recording resumed = resumed("old" + kept, lines.subList(0, kept));
            assertThat(resumed.samples().stream().map(Sample::figures).toList())
                    .isEqualTo(whole.samples().stream().map(Sample::figures).toList());
            assertThat(resumed.samples()).hasSameSizeAs(whole.samples());
            assertThat(resumed.stops()).isEqualTo(whole.stops());
        }
    }
}
