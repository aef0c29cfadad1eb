package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.ValueFlags;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.TrialResult.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds in a session the figures that a rule asks for. */
final class EstimandResolver {
    private final IndexedRecording indexed;
    private final ProgramSizes sizes;
    private final MemoryGrowths growths;

    EstimandResolver(IndexedRecording indexed) {
        this.indexed = indexed;
        this.sizes = new ProgramSizes(indexed.header().subject().sources());
        this.growths = new MemoryGrowths(indexed);
    }

    /** The readings of a quantity. A suite stands for all of its workloads in this run. */
    EstimatesByWorkload resolve(Quantity quantity) {
        List<MissingData> gaps = new ArrayList<>();
        SortedMap<String, LogEstimate> readings = new TreeMap<>();
        List<String> measured = quantity.metric() == Metric.ELEMENT_BYTES
                ? growths.structures()
                : indexed.header().workloads().stream().map(Workload::id).toList();
        for (String workload : named(quantity.of(), measured, gaps)) {
            LogEstimate reading = read(quantity, workload, gaps);
            if (reading != null) {
                readings.put(workload, reading);
            }
        }
        if (gaps.isEmpty()) {
            checkNumber(quantity, readings.size(), gaps);
        }
        return new EstimatesByWorkload(quantity, readings, gaps);
    }

    /**
     * How many threads a side has in a workload. The speed-up of one thread is 1 by definition, so there a side that names no threads means
     * as many as there are cores.
     */
    int threads(ComparisonSide side, Metric metric, String workload) {
        return meansCores(side, metric) ? indexed.mostThreads(workload) : side.threads();
    }

    /** Those of the workloads or data structures that are named, by themselves or by their suite. */
    private static Collection<String> named(List<String> of, List<String> measured, List<MissingData> gaps) {
        Collection<String> found = new LinkedHashSet<>();
        for (String name : of) {
            List<String> matching = measured.stream()
                    .filter(each -> Quantity.covers(List.of(name), each))
                    .toList();
            if (matching.isEmpty()) {
                String suite = name.split("/", 2)[0];
                gaps.add(new MissingData(
                        name.contains("/") ? name : "the suite " + name,
                        "not part of this run; measure it with --suite=" + suite));
            }
            found.addAll(matching);
        }
        return found;
    }

    private @Nullable LogEstimate read(Quantity quantity, String workload, List<MissingData> gaps) {
        return switch (quantity.metric()) {
            case BINARY_BYTES, SOURCE_BYTES -> sizes.read(quantity, workload, gaps);
            case ELEMENT_BYTES -> growths.read(quantity, workload, gaps);
            default -> readTrials(quantity, workload, gaps);
        };
    }

    private @Nullable LogEstimate readTrials(Quantity quantity, String workload, List<MissingData> gaps) {
        List<TrialSamples> trials = new ArrayList<>();
        for (ComparisonSide side : quantity.sides()) {
            TrialSamples trial = find(side, quantity.metric(), workload, gaps);
            if (trial != null) {
                trials.add(trial);
            }
        }
        if (trials.size() < quantity.sides().size()) {
            return null;
        }
        LogEstimate reading = trials.size() == 1
                ? indexed.typical(trials.get(0), quantity.metric())
                : indexed.ratio(trials.get(0), trials.get(1), quantity.metric());
        if (reading == null) {
            gaps.add(
                    new MissingData(quantity.metric().title() + " in " + workload, whyNone(trials, quantity.metric())));
        }
        return reading;
    }

    private static String whyNone(List<TrialSamples> trials, Metric metric) {
        if (trials.size() == 1) {
            return "no figure was recorded";
        }
        return trials.get(0).trial().isComparable(trials.get(1).trial(), metric)
                ? "no block has figures for both sides"
                : "the sides repeat their work a different number of times per process, so only work times are compared";
    }

    private @Nullable TrialSamples find(ComparisonSide side, Metric metric, String workload, List<MissingData> gaps) {
        int threads = threads(side, metric, workload);
        if (threads == 1 && meansCores(side, metric)) {
            gaps.add(new MissingData("more than one thread in " + workload, "only one was measured"));
            return null;
        }
        TrialSamples trial = find(side, threads, workload);
        if (!usable(trial, named(side, threads, workload), gaps) || trial == null) {
            return null;
        }
        if (ValueFlags.ofCpu(metric) && trial.losesCpu()) {
            gaps.add(new MissingData(
                    "the complete CPU time of " + named(side, threads, workload), ValueFlags.WHY_INCOMPLETE));
            return null;
        }
        boolean needsOneThread = metric == Metric.SPEEDUP || metric == Metric.EFFICIENCY;
        return needsOneThread && !usable(find(side, 1, workload), named(side, 1, workload), gaps) ? null : trial;
    }

    private @Nullable TrialSamples find(ComparisonSide side, int threads, String workload) {
        return indexed.trials(workload).stream()
                .filter(trial -> trial.id().isOn(new ComparisonSide(side.runtime(), side.variant(), threads), threads))
                .findFirst()
                .orElse(null);
    }

    private static boolean usable(@Nullable TrialSamples trial, String name, List<MissingData> gaps) {
        if (trial == null) {
            gaps.add(new MissingData(name, "not measured"));
            return false;
        }
        if (trial.status() == Status.OK) {
            return true;
        }
        String reason = String.valueOf(trial.reason());
        gaps.add(new MissingData(name, trial.status() == Status.FAILED ? "failed: " + reason : "skipped: " + reason));
        return false;
    }

    private static void checkNumber(Quantity quantity, int count, List<MissingData> gaps) {
        if (quantity.estimate() == Estimator.RATIO && count != 1) {
            gaps.add(new MissingData("exactly one workload", "the run has " + count + " of " + quantity.of()));
        }
        if (quantity.estimate() == Estimator.GENERAL && count < 2) {
            gaps.add(new MissingData("at least two workloads", "the run has " + count + " of " + quantity.of()));
        }
    }

    private static String named(ComparisonSide side, int threads, String workload) {
        return new ComparisonSide(side.runtime(), side.variant(), threads) + " in " + workload;
    }

    private static boolean meansCores(ComparisonSide side, Metric metric) {
        boolean ofThreads = metric == Metric.SPEEDUP || metric == Metric.EFFICIENCY;
        return side.threads() == ComparisonSide.CORES || (ofThreads && side.threads() == 1);
    }
}
