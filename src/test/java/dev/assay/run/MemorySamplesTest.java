package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.Command;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.StopRule;
import dev.assay.run.FakeMeter.Deed;
import dev.assay.store.Journal;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes are followed for their memory, and how many. */
class MemorySamplesTest {
    private static final StopRule RULE = Examples.precisionRule(0.02);
    private static final int WARMUPS = 2;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);

    private final Trial steady = trial("numeric/a:rust:std@10x1", "/bin/steady");
    private final Trial moody = trial("numeric/a:python:std@10x1", "/bin/moody");
    private final List<Integer> planned = new ArrayList<>();

    @TempDir
    private Path folder;

    private static Trial trial(String id, String program) {
        Trial example = Examples.trial(id);
        return new Trial(
                example.id(), new Command(List.of(program), Map.of(), null, null), example.expected(), true, null);
    }

    private Recording run(int blocks, FakeMeter meter) {
        List<Trial> trials = List.of(steady, moody);
        RunHeader header = Examples.header(trials);
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        RunListener listener = new RunListener() {
            @Override
            public void sampled(Sample sample, int done, int of) {
                assertThat(done).isLessThanOrEqualTo(of);
                planned.add(of);
            }
        };
        try (Journal journal = RunFolder.create(folder.resolve("results"), "run" + planned.size())
                .journal()) {
            return new RunExecutor(
                            header,
                            plan(blocks),
                            RULE,
                            meter,
                            settings,
                            journal,
                            Examples::environment,
                            CLOCK,
                            listener)
                    .run();
        }
    }

    private Plan plan(int blocks) {
        return new Plan(42, blocks, WARMUPS, 3, List.of(List.of(steady, moody)));
    }

    private static FakeMeter meter(Function<MeterRequest, ProcessMeasurements> followed) {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        meter.followed = followed;
        return meter;
    }

    /** A meter under which one program's peaks are a mebibyte apart from one time to the next. */
    private static FakeMeter moodyMeter() {
        AtomicInteger calls = new AtomicInteger();
        return meter(request -> FakeMeter.peak(
                isMoody(request) && calls.incrementAndGet() % 2 == 0 ? FakeMeter.PEAK + (1 << 20) : FakeMeter.PEAK));
    }

    private static boolean isMoody(MeterRequest request) {
        return request.argv().get(0).equals("/bin/moody");
    }

    private static List<Integer> blocksFollowed(Recording recording, Trial trial) {
        return recording.samples().stream()
                .filter(sample ->
                        sample.mode() == SamplingMode.MEMORY && sample.trial().equals(trial.id()))
                .map(Sample::block)
                .toList();
    }

    @Test
    void peaksThatAgreeAreMeasuredThreeTimesInTheFirstCountedBlocks() {
        Recording recording = run(8, meter(request -> FakeMeter.peak(FakeMeter.PEAK)));
        assertThat(blocksFollowed(recording, steady)).containsExactly(2, 3, 4);
        assertThat(blocksFollowed(recording, moody)).containsExactly(2, 3, 4);
        assertThat(planned).hasSize(26).containsOnly(26);
    }

    @Test
    void peaksThatDisagreeAreMeasuredOnceMoreInEveryFurtherBlockAndProgressSaysSo() {
        Recording recording = run(8, moodyMeter());
        assertThat(blocksFollowed(recording, steady)).containsExactly(2, 3, 4);
        assertThat(blocksFollowed(recording, moody)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(recording.samples()).hasSize(31);
        // what the disagreement asks for is known when the third block that counts is over: 2 x 2 + 3 x 4 processes
        assertThat(planned.subList(0, 16)).containsOnly(26);
        assertThat(planned.subList(16, 31)).containsOnly(31);
    }

    /** A run that is taken up again has nothing but the journal. */
    @Test
    void whatIsMeasuredFurtherFollowsFromTheSamplesOfEarlierBlocksAlone() {
        Recording recording = run(8, moodyMeter());
        for (int k = 0; k < 10; k++) {
            Schedule schedule = new Schedule(plan(8), null, 1, RULE);
            int block = k;
            recording.samples().stream()
                    .filter(sample -> sample.block() <= block)
                    .forEach(schedule::seen);
            assertThat(schedule.block(k).stream().map(MemorySamplesTest::place))
                    .containsExactlyElementsOf(recording.samples().stream()
                            .filter(sample -> sample.block() == block)
                            .map(MemorySamplesTest::place)
                            .toList());
        }
    }

    private static String place(PlannedProcess slot) {
        return slot.trial().id() + " " + slot.mode() + " " + slot.order().position() + " "
                + slot.conditions().environmentPadding();
    }

    private static String place(Sample sample) {
        return sample.trial() + " " + sample.mode() + " " + sample.order().position() + " "
                + sample.conditions().environmentPadding();
    }

    @Test
    void aLostMemorySampleIsMadeUpFor() {
        AtomicInteger calls = new AtomicInteger();
        FakeMeter meter = new FakeMeter(
                request -> request.mode() == SamplingMode.MEMORY && isMoody(request) && calls.incrementAndGet() == 2
                        ? Deed.losingTheMeter()
                        : Deed.good());
        Recording recording = run(8, meter);
        assertThat(blocksFollowed(recording, moody)).containsExactly(2, 3, 4, 5);
        assertThat(blocksFollowed(recording, steady)).containsExactly(2, 3, 4);
        assertThat(planned).hasSize(27).isSorted().endsWith(27);
    }

    @Test
    void aMemorySampleHasNoWorkTimeAndNeedsNone() {
        FakeMeter meter = new FakeMeter(
                request -> request.mode() == SamplingMode.MEMORY ? Deed.saying("no work time\n", 0) : Deed.good());
        Recording recording = run(4, meter);
        assertThat(recording.samples()).allMatch(Sample::ok);
        assertThat(recording.samples())
                .filteredOn(sample -> sample.mode() == SamplingMode.MEMORY)
                .hasSize(6)
                .allSatisfy(sample -> {
                    assertThat(sample.workNs()).isNull();
                    assertThat(sample.figures().wallNs()).isNull();
                    assertThat(sample.ownCpuShare()).isNull();
                    assertThat(sample.outputOk()).isTrue();
                });
    }

    @Test
    void aProgramThatFailsOnlyWhenItIsFollowedIsMeasuredAllTheSame() {
        FakeMeter meter = new FakeMeter(request ->
                request.mode() == SamplingMode.MEMORY && isMoody(request) ? Deed.printing("43\n") : Deed.good());
        Recording recording = run(4, meter);
        assertThat(recording.samples()).allMatch(Sample::ok);
        assertThat(recording.samples())
                .filteredOn(sample -> sample.trial().equals(moody.id()) && sample.mode() == SamplingMode.MEMORY)
                .hasSize(3)
                .allSatisfy(sample ->
                        assertThat(sample.figures().memory().peakQuality()).isEqualTo(PeakQuality.RUSAGE));
    }

    @Test
    void theHarnessCountsItsOwnCpuAndTheMetersAsAShareOfTheWallTime() {
        Recording recording = run(4, meter(request -> FakeMeter.peak(FakeMeter.PEAK)));
        // the fake meter used 10 us of CPU and the program took 5 ms of wall time
        assertThat(recording.samples())
                .filteredOn(sample -> sample.mode() == SamplingMode.TIMING)
                .allSatisfy(
                        sample -> assertThat(sample.ownCpuShare()).isNotNull().isGreaterThanOrEqualTo(0.002));
    }
}
