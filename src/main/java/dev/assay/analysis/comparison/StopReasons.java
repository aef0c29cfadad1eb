package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.PrecisionRule;
import dev.assay.analysis.estimate.VerdictRules.Judgement;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Claim;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.PrecisionStatus;
import dev.assay.stats.Precision;
import dev.assay.text.NameList;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why each workload was measured no further, and what that means for its comparisons. */
public final class StopReasons {
    /** How many workloads a warning names. */
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
     *
     * @param claims what the run was to decide
     */
    public static List<StopReason> find(Recording recording, List<Claim> claims) {
        Map<String, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : recording.header().trials()) {
            if (trial.skipped() == null) {
                groups.computeIfAbsent(trial.id().workload(), id -> new ArrayList<>())
                        .add(trial);
            }
        }
        StoppingPolicy stopping = recording.header().sampling().stopping();
        Double common = stopping == null ? null : stopping.precision();
        Map<String, List<StopReason>> known =
                recording.stops().stream().collect(Collectors.groupingBy(StopReason::workload));
        Map<String, StopReason> derived = new HashMap<>();
        if (recording.header().sampling().sessions() > 1 || known.size() < groups.size()) {
            derive(recording, groups, claims, known).forEach(stop -> derived.put(stop.workload(), stop));
        }
        return groups.keySet().stream()
                .map(workload -> {
                    List<StopReason> stops = known.getOrDefault(workload, List.of());
                    return stops.size() == 1 && recording.header().sampling().sessions() == 1
                            ? stops.get(0).toward(common)
                            : Objects.requireNonNull(derived.get(workload));
                })
                .toList();
    }

    private static List<StopReason> derive(
            Recording recording,
            Map<String, List<Trial>> groups,
            List<Claim> claims,
            Map<String, List<StopReason>> known) {
        RunHeader header = recording.header();
        StoppingPolicy stopping = header.sampling().stopping();
        List<List<PrecisionStatus>> standings = new PrecisionRule(
                        stopping == null ? PrecisionTarget.BY_DISTANCE : stopping.target(),
                        claims,
                        header.environment().cores(),
                        header.sampling()::session)
                .standings(List.copyOf(groups.values()), recording.samples());
        Map<String, List<Sample>> samples = recording.samples().stream()
                .collect(Collectors.groupingBy(sample -> sample.trial().workload()));
        List<StopReason> all = new ArrayList<>();
        for (String workload : groups.keySet()) {
            int blocks = StopReason.blocks(samples.getOrDefault(workload, List.of()));
            all.add(derived(
                    recording, workload, blocks, standings.get(all.size()), known.getOrDefault(workload, List.of())));
        }
        return all;
    }

    private static StopReason derived(
            Recording recording, String workload, int blocks, List<PrecisionStatus> standings, List<StopReason> stops) {
        if (standings.isEmpty()) {
            return new StopReason(workload, Reason.FAILED, blocks, null, null);
        }
        SamplingPlan sampling = recording.header().sampling();
        PrecisionStatus worst = PrecisionStatus.worst(standings);
        boolean precise = sampling.stopping() != null && !stops.isEmpty() && worst.width() <= worst.target();
        Reason reason = recording.partial() && stops.size() < sampling.sessions()
                ? Reason.INTERRUPTED
                : precise ? Reason.PRECISE : early(stops);
        return new StopReason(workload, reason, blocks, worst.knownWidth(), worst.target());
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
     *
     * @param distance how far the ratio lies from the nearest line of its verdict, in logarithms
     */
    Judgement apply(Judgement judgement, LogEstimate reading, String workload, double distance) {
        StopReason stop = stops.get(workload);
        if (stop == null || stopping == null || !stop.early()) {
            return judgement;
        }
        double width = Precision.halfWidth(reading.intervalWithin(95));
        double target = stopping.target().widthFor(distance);
        if (width <= target) {
            return judgement;
        }
        List<String> reasons = new ArrayList<>(judgement.reasons());
        String what = reading.within() == null ? "" : " for these builds";
        reasons.add(0, reason(stop, what, width, target, stopping));
        boolean undecided = judgement.verdict() == Verdict.UNCLEAR;
        return new Judgement(undecided ? Verdict.INCONCLUSIVE : judgement.verdict(), reasons);
    }

    /** What was measured less well than was asked for. */
    public static void warn(@Nullable StoppingPolicy stopping, List<StopReason> stops, Set<Warning> warnings) {
        if (stopping == null) {
            return;
        }
        String wanted = stopping.precision() == null
                ? " before these workloads were as precise as their verdicts need: "
                : " before these workloads reached a precision of " + StoppingPolicy.share(stopping.precision()) + ": ";
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

    /** Those farthest from their target first, and of many only the first few: the report has the others. */
    private static String names(StoppingPolicy stopping, List<StopReason> stops, Reason reason) {
        List<StopReason> wide = stops.stream()
                .filter(stop -> stop.reason() == reason && stop.missesTarget())
                .sorted(Comparator.comparingDouble(StopReasons::excess).reversed())
                .toList();
        return NameList.first(wide.stream()
                .map(stop -> known(stop, stopping.precision() == null))
                .toList());
    }

    private static double excess(StopReason stop) {
        return stop.width() == null || stop.target() == null ? Double.POSITIVE_INFINITY : stop.width() / stop.target();
    }

    private static String known(StopReason stop, boolean withTarget) {
        Double target = stop.target();
        return stop.workload() + " ("
                + (stop.width() == null ? "no interval" : "±" + StoppingPolicy.share(stop.width()))
                + (withTarget && target != null ? " instead of ±" + StoppingPolicy.share(target) : "") + ", "
                + Plurals.count(stop.blocks(), "block") + ")";
    }

    private static String reason(StopReason stop, String what, double width, double target, StoppingPolicy stopping) {
        String end = stop.reason() == Reason.BUDGET
                ? "budget: the " + stopping.budgetInWords() + " ran out"
                : "budget: the limit of " + stop.blocks() + " blocks was reached";
        String known = Double.isFinite(width) ? " at ±" + StoppingPolicy.share(width) : " without an interval";
        return end + known + what + " (target ±" + StoppingPolicy.share(target) + ")";
    }
}
