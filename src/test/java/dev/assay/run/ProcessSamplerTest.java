package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.Command;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.plan.PlannedProcess;
import dev.assay.run.FakeMeter.Deed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong with a process, and in which words. */
class ProcessSamplerTest {
    private static final Trial ONCE = Examples.trial("numeric/a:rust:std@10x1");

    @TempDir
    private Path folder;

    private static PlannedProcess planned(Trial trial, SamplingMode mode, int block) {
        return new PlannedProcess(trial, mode, new SampleOrder(block, 0, false), new RandomizedConditions(0, 0, null));
    }

    private Sample sample(Trial trial, Deed deed) {
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        try (ProcessSampler sampler = new ProcessSampler(new FakeMeter(request -> deed), settings)) {
            return sampler.sample(planned(trial, SamplingMode.TIMING, 0), false);
        }
    }

    private Sample sample(Deed deed) {
        return sample(ONCE, deed);
    }

    private Sample repeated(int repeat, String stderr) {
        Trial trial = new Trial(ONCE.id(), ONCE.command(), ONCE.expected(), true, null, List.of(), repeat);
        return sample(trial, Deed.saying(stderr, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXITED      | 1 |    |       | exited with code 1",
                "SIGNALED    |   | 11 |       | was killed by signal 11",
                "TIMEOUT     |   | 9  | 5000  | did not end within 5000 ms and was killed",
                "OUTPUT_LIMIT|   | 9  | 67108 | wrote more than 67108 bytes and was killed"
            })
    void everyBadEndIsAProblemInWords(Exit.Reason reason, Integer code, Integer signal, Long limit, String words) {
        Sample sample = sample(Deed.ending(new Exit(reason, code, signal, limit, null)));
        assertThat(sample.problem()).isEqualTo(words);
        assertThat(sample.outputOk()).isNull();
    }

    private static final Deed UNDER_A_TRACER = Deed.saying("LeakSanitizer does not work under ptrace\n", 1);

    private List<Sample> memorySamples(FakeMeter meter, boolean following, int number) {
        RunConfig settings = new RunConfig(
                        folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false)
                .following(following);
        List<Sample> samples = new ArrayList<>();
        try (ProcessSampler sampler = new ProcessSampler(meter, settings)) {
            for (int block = 0; block < number; block++) {
                samples.add(sampler.sample(planned(ONCE, SamplingMode.MEMORY, block), false));
            }
        }
        return samples;
    }

    @Test
    void aProgramThatFailsOnlyWhenItIsFollowedRunsAlone() {
        FakeMeter meter =
                new FakeMeter(request -> request.mode() == SamplingMode.MEMORY ? UNDER_A_TRACER : Deed.good());
        assertThat(memorySamples(meter, true, 3)).allSatisfy(sample -> {
            assertThat(sample.ok()).isTrue();
            assertThat(sample.mode()).isEqualTo(SamplingMode.MEMORY);
            assertThat(sample.figures().memory().peakQuality()).isEqualTo(PeakQuality.RUSAGE);
            assertThat(sample.figures().wallNs()).isNull();
            assertThat(sample.workNs()).isNull();
        });
        assertThat(meter.requests)
                .extracting(MeterRequest::mode)
                .as("it is tried once")
                .containsExactly(SamplingMode.MEMORY, SamplingMode.TIMING, SamplingMode.TIMING, SamplingMode.TIMING);
    }

    private List<Sample> row(FakeMeter meter, List<Trial> trials) {
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        List<Sample> samples = new ArrayList<>();
        List<PlannedProcess> row = trials.stream()
                .map(trial -> planned(trial, SamplingMode.MEMORY, 0))
                .toList();
        try (ProcessSampler sampler = new ProcessSampler(meter, settings)) {
            if (sampler.samples(row, process -> false, samples::add) == 0) {
                assertThat(samples).as("of a row that is run again").isEmpty();
                row.forEach(process -> sampler.samples(List.of(process), each -> false, samples::add));
            }
        }
        return samples;
    }

    @Test
    void whatIsFollowedInARowIsASampleEach() {
        Trial other = Examples.trial("numeric/a:python:std@10x1");
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        List<Sample> samples = row(meter, List.of(ONCE, other, ONCE));
        assertThat(samples).extracting(Sample::trial).containsExactly(ONCE.id(), other.id(), ONCE.id());
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.ok()).isTrue();
            assertThat(sample.figures().wallNs()).isNull();
            assertThat(sample.figures().memory().peakQuality()).isEqualTo(PeakQuality.EXACT);
        });
        assertThat(meter.requests).hasSize(3);
    }

    @Test
    void aRowInWhichOneFailsIsRunAgainOneByOne() {
        Trial example = Examples.trial("numeric/a:python:std@10x1");
        Command command = new Command(List.of("python"), Map.of(), null, null);
        Trial other = new Trial(example.id(), command, example.expected(), true, null, List.of(), 1);
        FakeMeter meter = new FakeMeter(request ->
                request.mode() == SamplingMode.MEMORY && request.argv().contains("python")
                        ? UNDER_A_TRACER
                        : Deed.good());
        List<Sample> samples = row(meter, List.of(ONCE, other, ONCE));
        assertThat(samples).hasSize(3).allMatch(Sample::ok);
        assertThat(samples.get(0).figures().memory().peakQuality()).isEqualTo(PeakQuality.EXACT);
        assertThat(samples.get(1).figures().memory().peakQuality()).isEqualTo(PeakQuality.RUSAGE);
    }

    @Test
    void theProcessThatCostTheMeterInARowIsALostSample() {
        AtomicInteger number = new AtomicInteger();
        FakeMeter meter = new FakeMeter(request -> number.incrementAndGet() == 2 ? Deed.losingTheMeter() : Deed.good());
        Trial second = Examples.trial("numeric/b:rust:std@10x1");
        Trial third = Examples.trial("numeric/c:rust:std@10x1");
        List<Sample> samples = row(meter, List.of(ONCE, second, third));
        assertThat(samples.stream().map(Sample::lost)).containsExactly(false, true, false);
    }

    @Test
    void aProgramThatFailsAloneTooHasFailed() {
        FakeMeter meter = new FakeMeter(request -> Deed.saying("no\n", 1));
        assertThat(memorySamples(meter, true, 1))
                .extracting(Sample::problem)
                .containsExactly("exited with code 1; last output: no");
    }

    @Test
    void nothingIsFollowedThatIsNotToBe() {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        assertThat(memorySamples(meter, false, 2))
                .allSatisfy(sample ->
                        assertThat(sample.figures().memory().peakQuality()).isEqualTo(PeakQuality.RUSAGE));
        assertThat(meter.requests).extracting(MeterRequest::mode).containsOnly(SamplingMode.TIMING);
    }

    @Test
    void theLastWordsOfAFailingProgramAreKept() {
        assertThat(sample(Deed.saying("one\n\ntwo\nthree\nTypeError: no\n", 1)).problem())
                .isEqualTo("exited with code 1; last output: two / three / TypeError: no");
    }

    /** The files may still hold what the program before it wrote. */
    @Test
    void aProgramThatNeverStartedHasNoLastWords() {
        Exit exit = new Exit(Exit.Reason.LAUNCH_FAILED, 2, null, null, "no such file");
        assertThat(sample(new Deed("", "words of another\n", exit, false)).problem())
                .isEqualTo("could not be started: no such file");
    }

    /** A name may hold what moves a terminal's cursor. */
    @Test
    void theMessageOfAFailedLaunchIsFitForATerminal() {
        Exit exit = new Exit(Exit.Reason.LAUNCH_FAILED, 2, null, null, "exec /a\u001b[31m\nb: No such file");
        assertThat(sample(Deed.ending(exit)).problem()).isEqualTo("could not be started: exec /a?[31m?b: No such file");
    }

    @Test
    void rightOutputWithoutAWorkTimeIsAProblem() {
        assertThat(sample(Deed.saying("no figure\n", 0)).problem())
                .startsWith("did not write exactly one line work_ns=");
    }

    @Test
    void twoWorkTimesAreAProblem() {
        Sample sample = sample(Deed.saying("work_ns=1\nwork_ns=2\n", 0));
        assertThat(sample.problem())
                .isEqualTo("did not write exactly one line work_ns=<nanoseconds> to standard error");
        assertThat(sample.workNs()).isNull();
    }

    /** Programs that were written for an earlier version say it in its word. */
    @Test
    void theFormerWordForTheWorkTimeIsRead() {
        Sample sample = sample(Deed.saying("kernel_ns=1000\n", 0));
        assertThat(sample.problem()).isNull();
        assertThat(sample.workNs()).isEqualTo(1000);
        assertThat(repeated(2, "kernel_ns=30\nkernel_ns=10\n").reported().workSeriesNs())
                .containsExactly(30L, 10L);
    }

    @Test
    void aWorkTimeInBothWordsIsAProblemAsTwoAre() {
        Sample both = sample(Deed.saying("kernel_ns=1\nwork_ns=1\n", 0));
        assertThat(both.problem())
                .isEqualTo(sample(Deed.saying("work_ns=1\nwork_ns=1\n", 0)).problem())
                .startsWith("did not write exactly one line work_ns=<nanoseconds>");
        assertThat(both.workNs()).isNull();
    }

    @Test
    void aWorkTimeLongerThanItsProcessIsAProblem() {
        assertThat(sample(Deed.saying("work_ns=5000001\n", 0)).problem()).contains("more than its wall time of");
    }

    @Test
    void everyRepetitionReportsATime() {
        Sample sample = repeated(3, "work_ns=30\nwork_ns=10\nnoise\nwork_ns=20\n");
        assertThat(sample.problem()).isNull();
        assertThat(sample.reported().workSeriesNs()).containsExactly(30L, 10L, 20L);
        assertThat(sample.workNs()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, wrote 1 lines work_ns=<nanoseconds> to standard error",
        "2, wrote 2 lines work_ns=<nanoseconds> to standard error",
        "4, wrote more than 3 lines work_ns=<nanoseconds> to standard error",
    })
    void aRepetitionWithoutATimeOrWithTwoIsAProblem(int lines, String problem) {
        Sample sample = repeated(3, "work_ns=10\n".repeat(lines));
        assertThat(sample.problem()).isEqualTo(problem + ", but did its work 3 times");
    }

    /** Each is shorter than the process, or larger than what a sum can hold, and together they are too long. */
    @ParameterizedTest
    @CsvSource({"4000000, 8000000", "999999999999999999, 9999999999999999990"})
    void repetitionsThatOutlastTheirProcessAreAProblem(long each, String together) {
        int times = each > 1e9 ? 10 : 2;
        assertThat(repeated(times, ("work_ns=" + each + "\n").repeat(times)).problem())
                .isEqualTo("reports a work time of " + together + " ns, more than its wall time of 5000000 ns");
    }
}
