package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.Command;
import dev.assay.model.run.Counter;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a trial beside its figures, and the signs behind them. */
class MeasureViewTest {
    private static final double MIB = 1 << 20;
    private static final TrialId ID = SampleRuns.id("numeric/nbody", "python", 1, 1);

    private final RunBuilder run = new RunBuilder();

    private static TrialResult trial(
            Map<Metric, Estimate> typical, Map<Metric, ValueFlag> marks, ProcessMeasurements... figures) {
        return trial(
                typical,
                marks,
                IntStream.range(0, figures.length)
                        .mapToObj(i -> sample(2 + i, figures[i]))
                        .toList());
    }

    private static TrialResult trial(
            Map<Metric, Estimate> typical, Map<Metric, ValueFlag> marks, List<Sample> samples) {
        Trial trial = new Trial(ID, new Command(List.of("/opt/nbody"), Map.of(), null, null), null, false, null);
        return new TrialResult(trial, TrialResult.Status.OK, null, typical, marks, Map.of(), samples, null);
    }

    private static Sample sample(int block, ProcessMeasurements figures) {
        SamplingMode mode = figures.wallNs() == null ? SamplingMode.MEMORY : SamplingMode.TIMING;
        return new SampleBuilder(ID)
                .mode(mode)
                .order(block, 0, false)
                .figures(figures)
                .ownCpuShare(mode == SamplingMode.TIMING ? 0.5 : null)
                .build();
    }

    private static FiguresBuilder timed() {
        return new FiguresBuilder().wall(10e6).cpu(9e6, 1e6);
    }

    private List<Fact> facts(TrialResult trial) {
        return MeasureView.of(run.build(), List.of(trial)).stream()
                .flatMap(view -> view.facts().stream())
                .toList();
    }

    private static Estimate range(double value, double low, double high) {
        Interval interval = new Interval(low * MIB, high * MIB);
        return new Estimate(value * MIB, interval, interval, 3, Estimate.Kind.RANGE);
    }

    @Test
    void countersThatTookTurnsAreScaledUpAndSaySo() {
        ProcessMeasurements figures = timed().counters(Map.of(
                        "instructions", new Counter(1_500_000, 10_000, 5_000),
                        "cycles", new Counter(1_200_000, 10_000, 10_000),
                        "branchMisses", new Counter(7_000, 10_000, 10_000)))
                .build();
        assertThat(facts(trial(Map.of(), Map.of(), figures, figures)))
                .contains(
                        new Fact(
                                "Instructions",
                                "3.00 M, the median of 2 processes, scaled up: it was running 50.0 % of the time"),
                        new Fact("Branch misses", "7.00 k, the median of 2 processes"),
                        new Fact("Instructions per cycle", "2.50"));
    }

    @Test
    void withoutCountersNothingIsSaidOfThem() {
        Counter never = new Counter(0, 10_000, 0);
        assertThat(facts(trial(
                        Map.of(),
                        Map.of(),
                        timed().counters(Map.of("cycles", never)).build())))
                .extracting(Fact::name)
                .containsExactly("Harness");
    }

    @Test
    void severalProcessesAreDistinguishedFromTheLargest() {
        ProcessMeasurements followed = new FiguresBuilder()
                .peak(10 * MIB, PeakQuality.EXACT)
                .quantum(786_432)
                .tree(28 * MIB, 32 * MIB)
                .processes(4)
                .build();
        TrialResult trial = trial(
                Map.of(Metric.PEAK, range(10, 10, 10.75), Metric.TREE_PEAK, range(32, 28, 32.75)),
                Map.of(),
                followed,
                followed,
                followed);
        assertThat(facts(trial)).extracting(Fact::name).containsExactly("Peak memory", "Largest process", "Together");
        assertThat(facts(trial))
                .extracting(Fact::value)
                .satisfiesExactly(
                        how -> assertThat(how)
                                .isEqualTo(
                                        "3 separate processes: exact, read from every address space at its end, which may miss up to 768 KiB that the kernel's"
                                                + " counters do not show"),
                        largest -> assertThat(largest).isEqualTo("10.0 MiB (10.0 to 10.8 MiB, range of 3 samples)"),
                        together -> assertThat(together)
                                .startsWith("its 4 processes held 32.0 MiB (28.0 to 32.8 MiB, range of 3 samples)"));
        TrialRow row = TrialRow.of(trial);
        assertThat(row.peak().typical().text()).isEqualTo("32.0 MiB");
        assertThat(row.peak().kind()).isEqualTo("4 processes together, range of 3 samples");
    }

    @Test
    void theHarnessOwnTimeIsCounted() {
        assertThat(facts(trial(Map.of(), Map.of(), timed().build(), timed().build())))
                .extracting(Fact::value)
                .singleElement()
                .asString()
                .endsWith("in 2 of 2 processes");
    }

    @Test
    void whatRunsSeveralTimesInABlockSaysHowOften() {
        List<Sample> samples = IntStream.of(2, 2, 3, 3, 3, 3)
                .mapToObj(block -> sample(block, timed().build()))
                .toList();
        assertThat(facts(trial(Map.of(), Map.of(), samples)).get(0).value())
                .startsWith("6 in 2 blocks, 2 to 4 in each: ");
    }

    @Test
    void signsHaveAMeaningInWords() {
        Estimate estimate = new Estimate(2 * MIB, null, null, 20, Estimate.Kind.CONFIDENCE);
        TrialResult trial = trial(
                Map.of(Metric.WALL, estimate, Metric.PEAK, estimate, Metric.CPU, estimate),
                Map.of(
                        Metric.WALL, ValueFlag.NEAR_FLOOR,
                        Metric.PEAK, ValueFlag.NEAR_FLOOR,
                        Metric.CPU, ValueFlag.INCOMPLETE),
                timed().build());
        assertThat(TypicalValueCell.of(trial, Metric.WALL))
                .isEqualTo(new TypicalValueCell("2.10 ms", "†", "near the noise floor", "2097152"));
        assertThat(TypicalValueCell.of(trial, Metric.PEAK))
                .isEqualTo(new TypicalValueCell("≤ 2.00 MiB", "†", "at most: it is at the noise floor", ""));
        assertThat(TypicalValueCell.of(trial, Metric.CPU).plain()).isEqualTo("2.10 ms ‡");
        assertThat(TypicalValueCell.of(trial, Metric.WORK)).isEqualTo(TypicalValueCell.NONE);
        assertThat(facts(trial)).contains(new Fact("CPU time", "incomplete: some processes were never waited for"));
    }

    @Test
    void thePageShowsSignsAndRanges() {
        String page = new String(HtmlReport.render(SampleRuns.full()), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "<span class=\"mark\" role=\"img\" aria-label=\"near the noise floor\" title=\"near the noise floor\">†</span>",
                        "range of 3 samples",
                        "How they were measured",
                        "† near the noise floor</dt>");
        assertThat(new String(HtmlReport.render(SampleRuns.commands()), StandardCharsets.UTF_8))
                .contains("peak memory (range)", "range of 3 samples 7.70 to 7.78");
    }
}
