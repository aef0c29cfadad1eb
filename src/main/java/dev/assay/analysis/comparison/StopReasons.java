package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.PrecisionRule;
import dev.assay.analysis.estimate.VerdictRules.Judgement;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.PrecisionStatus;
import dev.assay.stats.Precision;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why each workload was measured no further, and what that means for its comparisons. */
public final class StopReasons {
    /** How many workloads a warning names. */
    private static final int NAMED = 6;

    /** Of a run that asked for no precision: only the width is of interest. */
    private static final double NO_TARGET = 0.02;

    private final Map<String, StopReason> stops = new HashMap<>();
    private final @Nullable StoppingPolicy stopping;

    /**
     * The endings of a run.
     *
     * @param stops why each workload was measured no further
     * @param stopping what had been asked for; null when the number of blocks was fixed
     */
    StopReasons(List<StopReason> stops, @Nullable StoppingPolicy stopping) {
        stops.forEach(stop -> this.stops.put(stop.workload(), stop));
        this.stopping = stopping;
    }

    /**
     * The workloads of which something was to be measured, in their order. What the journal does not say follows from the samples: of a run
     * that was cut short, of one of old, and of several sessions together.
     */
    public static List<StopReason> find(Recording recording) {
        Map<String, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : recording.header().trials()) {
            if (trial.skipped() == null) {
                groups.computeIfAbsent(trial.id().workload(), id -> new ArrayList<>())
                        .add(trial);
            }
        }
        Map<String, List<Sample>> samples = recording.samples().stream()
                .collect(Collectors.groupingBy(sample -> sample.trial().workload()));
        Map<String, List<StopReason>> known =
                recording.stops().stream().collect(Collectors.groupingBy(StopReason::workload));
        return groups.entrySet().stream()
                .map(entry -> {
                    List<StopReason> stops = known.getOrDefault(entry.getKey(), List.of());
                    return stops.size() == 1 && recording.header().sampling().sessions() == 1
                            ? stops.get(0)
                            : derived(
                                    recording,
                                    entry.getKey(),
                                    entry.getValue(),
                                    samples.getOrDefault(entry.getKey(), List.of()),
                                    stops);
                })
                .toList();
    }

    private static StopReason derived(
            Recording recording, String workload, List<Trial> group, List<Sample> samples, List<StopReason> stops) {
        RunHeader header = recording.header();
        StoppingPolicy stopping = header.sampling().stopping();
        double target = stopping == null ? NO_TARGET : stopping.precision();
        PrecisionStatus standing = new PrecisionRule(target, header.sampling()::session).standing(group, samples);
        int blocks = StopReason.blocks(samples);
        if (standing == null) {
            return new StopReason(workload, Reason.FAILED, blocks, null);
        }
        Double width = standing.knownWidth();
        if (recording.partial() && stops.size() < header.sampling().sessions()) {
            return new StopReason(workload, Reason.INTERRUPTED, blocks, width);
        }
        boolean precise = stopping != null && !stops.isEmpty() && width != null && width <= target;
        return new StopReason(workload, precise ? Reason.PRECISE : early(stops), blocks, width);
    }

    /** What ended a workload in one of the sessions before it was precise. */
    private static Reason early(List<StopReason> stops) {
        return stops.stream()
                .filter(StopReason::early)
                .map(StopReason::reason)
                .min(Comparator.naturalOrder())
                .orElse(Reason.FIXED);
    }

    /**
     * The judgement of a ratio of times with what is to be said of its precision: where a workload was stopped before the interval became as
     * narrow as was asked for, a reason says so. A verdict that the interval decides all the same stands; where it decides nothing, more blocks
     * might have, so that what was unclear is inconclusive. That is the interval for the measured builds: blocks tell nothing of others.
     */
    Judgement apply(Judgement judgement, LogEstimate reading, String workload) {
        StopReason stop = stops.get(workload);
        if (stop == null || stopping == null || !stop.early()) {
            return judgement;
        }
        double width = Precision.halfWidth(reading.intervalWithin(95));
        if (width <= stopping.precision()) {
            return judgement;
        }
        List<String> reasons = new ArrayList<>(judgement.reasons());
        String what = reading.within() == null ? "" : " for these builds";
        reasons.add(0, reason(stop, what, width, stopping));
        boolean undecided = judgement.verdict() == Verdict.UNCLEAR;
        return new Judgement(undecided ? Verdict.INCONCLUSIVE : judgement.verdict(), reasons);
    }

    /** What was measured less well than was asked for. */
    public static void warn(@Nullable StoppingPolicy stopping, List<StopReason> stops, Set<Warning> warnings) {
        if (stopping == null) {
            return;
        }
        String wanted =
                " before these workloads reached a precision of " + StoppingPolicy.share(stopping.precision()) + ": ";
        String budget = names(stopping, stops, Reason.BUDGET);
        if (!budget.isEmpty()) {
            warnings.add(new Warning(
                    "budget",
                    "the budget of " + stopping.budgetInWords() + " ran out" + wanted + budget,
                    "Increase --budget, or set a coarser --precision."));
        }
        String most = names(stopping, stops, Reason.MAX_BLOCKS);
        if (!most.isEmpty()) {
            warnings.add(new Warning(
                    "most-blocks",
                    "the limit of blocks was reached" + wanted + most,
                    "Measure on a quieter machine, set a coarser --precision, or set more --blocks."));
        }
    }

    /** Those known least first, and of many only the first few: the report has the others. */
    private static String names(StoppingPolicy stopping, List<StopReason> stops, Reason reason) {
        List<StopReason> wide = stops.stream()
                .filter(stop -> stop.reason() == reason)
                .filter(stop -> stop.width() == null || stop.width() > stopping.precision())
                .sorted(Comparator.comparingDouble(StopReasons::width).reversed())
                .toList();
        String named = wide.stream().limit(NAMED).map(StopReasons::known).collect(Collectors.joining(", "));
        int others = wide.size() - NAMED;
        return others <= 0 ? named : named + " and " + Plurals.count(others, "other");
    }

    private static double width(StopReason stop) {
        return stop.width() == null ? Double.POSITIVE_INFINITY : stop.width();
    }

    private static String known(StopReason stop) {
        return stop.workload() + " ("
                + (stop.width() == null ? "no interval" : "±" + StoppingPolicy.share(stop.width())) + ", "
                + Plurals.count(stop.blocks(), "block") + ")";
    }

    private static String reason(StopReason stop, String what, double width, StoppingPolicy stopping) {
        String end = stop.reason() == Reason.BUDGET
                ? "budget: the " + stopping.budgetInWords() + " ran out"
                : "budget: the limit of " + stop.blocks() + " blocks was reached";
        String known = Double.isFinite(width) ? " at ±" + StoppingPolicy.share(width) : " without an interval";
        return end + known + what + " (target ±" + StoppingPolicy.share(stopping.precision()) + ")";
    }
}
