package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.chart.PeakMemoryText;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.PeakSamples;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a trial was measured, and what else its processes showed.
 *
 * @param name the program
 * @param facts what is known; not empty
 */
record MeasureView(String name, List<Fact> facts) {
    /** One for each trial that worked and of which there is something to say. */
    static List<MeasureView> of(RunResult result, List<TrialResult> trials) {
        return trials.stream()
                .filter(trial -> trial.status() == TrialResult.Status.OK)
                .map(trial -> of(result, trial))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MeasureView> of(RunResult result, TrialResult trial) {
        List<Fact> facts = new ArrayList<>();
        warmUp(result.header().sampling().warmupBlocks(), trial, facts);
        runs(trial, facts);
        memory(trial, facts);
        cpu(trial, facts);
        outliers(trial, facts);
        scaling(trial, facts);
        pauses(trial, facts);
        facts.addAll(CounterFacts.list(trial.samples()));
        harness(result.noise(), trial, facts);
        String name = ComparisonLabels.nameWithThreads(trial.trial().id());
        return facts.isEmpty() ? Optional.empty() : Optional.of(new MeasureView(name, facts));
    }

    private static List<Sample> timed(TrialResult trial) {
        return trial.counted().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING)
                .toList();
    }

    private static void runs(TrialResult trial, List<Fact> facts) {
        Map<Integer, Long> ofBlock =
                timed(trial).stream().collect(Collectors.groupingBy(Sample::block, Collectors.counting()));
        LongSummaryStatistics runs =
                ofBlock.values().stream().mapToLong(Long::longValue).summaryStatistics();
        if (runs.getCount() > 0 && runs.getMax() > 1) {
            String each = runs.getMin() == runs.getMax() ? "" + runs.getMin() : runs.getMin() + " to " + runs.getMax();
            facts.add(new Fact(
                    "Runs",
                    runs.getSum() + " in " + Plurals.count(ofBlock.size(), "block") + ", " + each
                            + " in each: a program that costs little beside another runs several times around it"));
        }
    }

    private static void memory(TrialResult trial, List<Fact> facts) {
        String known = PeakMemoryText.describe(PeakSamples.select(trial.counted()));
        if (!known.isEmpty()) {
            facts.add(new Fact("Peak memory", known));
        }
        if (trial.memoryMetric() == Metric.TREE_PEAK) {
            int processes = Sample.processes(trial.counted());
            facts.add(new Fact("Largest process", value(trial, Metric.PEAK)));
            facts.add(new Fact(
                    "Together",
                    "its " + processes + " processes held " + value(trial, Metric.TREE_PEAK)
                            + ". Shared pages count in each process: the upper end, used as the value, is the most they can have held; the"
                            + " lower end is what they were seen to hold at once"));
        }
    }

    private static String value(TrialResult trial, Metric metric) {
        Estimate estimate = trial.typical().get(metric);
        if (estimate == null) {
            return "an unknown amount";
        }
        Interval interval = estimate.at95();
        return NumberText.value(metric.unit(), estimate.value())
                + (interval == null
                        ? ""
                        : " (" + NumberText.range(metric.unit(), interval.low(), interval.high()) + ", "
                                + estimate.intervalWords(95) + ")");
    }

    private static void cpu(TrialResult trial, List<Fact> facts) {
        long complete = trial.samples().stream()
                .filter(sample -> Boolean.TRUE.equals(sample.figures().cpu().cpuComplete()))
                .count();
        if (trial.has(Metric.CPU, ValueFlag.INCOMPLETE)) {
            facts.add(new Fact("CPU time", "incomplete: some processes were never waited for"));
        } else if (complete > 0) {
            facts.add(new Fact("CPU time", "complete: " + complete + " processes were checked, including warm-ups"));
        }
    }

    /** Found, not planned. */
    private static void warmUp(int planned, TrialResult trial, List<Fact> facts) {
        long more = trial.samples().stream()
                .filter(sample -> sample.warmup() && sample.block() >= planned)
                .count();
        if (more > 0) {
            facts.add(new Fact(
                    "Warm-up",
                    "longer than planned: " + more + " more " + Plurals.noun(more, "process")
                            + (more == 1 ? " is" : " are")
                            + " not counted, because like the warm-ups they took longer than later ones"));
        }
    }

    private static void outliers(TrialResult trial, List<Fact> facts) {
        List<String> found = new ArrayList<>();
        for (Metric metric : List.of(Metric.WORK, Metric.WALL)) {
            trial.outliers(metric).ifPresent(words -> found.add(metric.title() + ": " + words));
        }
        if (!found.isEmpty()) {
            facts.add(new Fact("Outliers", String.join("; ", found) + ". None is dropped"));
        }
    }

    private static void scaling(TrialResult trial, List<Fact> facts) {
        if (trial.typical().containsKey(Metric.SPEEDUP)) {
            facts.add(new Fact(
                    "Scaling",
                    "speed-up " + value(trial, Metric.SPEEDUP) + ", efficiency " + value(trial, Metric.EFFICIENCY)));
        }
    }

    private static void pauses(TrialResult trial, List<Fact> facts) {
        if (trial.typical().containsKey(Metric.PAUSE)) {
            facts.add(new Fact("Pauses", Metric.PAUSE.title() + " " + value(trial, Metric.PAUSE)));
        }
    }

    private static void harness(Noise noise, TrialResult trial, List<Fact> facts) {
        List<Sample> timed = timed(trial);
        long disturbed = timed.stream()
                .filter(sample -> sample.disturbed(noise.handlingNs()))
                .count();
        if (disturbed > 0) {
            facts.add(new Fact(
                    "Harness",
                    "used more than 1 % extra CPU time in " + disturbed + " of " + timed.size() + " processes"));
        }
    }
}
