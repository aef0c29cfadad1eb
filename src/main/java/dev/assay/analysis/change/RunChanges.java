package dev.assay.analysis.change;

import dev.assay.analysis.comparison.FalseDiscoveryControl;
import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LayoutSpread;
import dev.assay.analysis.estimate.LayoutSpread.Layouts;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.NoiseCheck;
import dev.assay.analysis.estimate.ReferenceProgram;
import dev.assay.analysis.estimate.VerdictRules;
import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildIdentity;
import dev.assay.analysis.sample.BuildIdentity.Sameness;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Alone;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.Recording;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Shift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two runs, trial by trial. A time enters as its ratio to a pinned program of its own run, block by block; the two samples of such ratios are
 * not paired, so their shift is estimated and not a mean of differences. A program that has changed has other layouts, which are a sample of
 * all that it might have. Peaks of memory are compared as they are.
 *
 * <p>Between two sessions everything shifts by several percent that neither of them shows. Only a history of runs tells how much; without one
 * no verdict rests on less than 10 %. Of all that is called slower or faster, at most one in twenty is a false alarm, by the procedure of
 * Benjamini and Hochberg.
 */
public final class RunChanges {
    /** What two sessions may lie apart though nothing has changed, until a history says more. */
    static final double BETWEEN_SESSIONS = 1.10;

    private final IndexedRecording baseline;
    private final IndexedRecording contender;
    private final BuildIdentity builds;
    private final @Nullable ReferenceProgram pinned;
    private final double resolution;
    private final List<Change> changes = new ArrayList<>();
    private final List<LogEstimate> readings = new ArrayList<>();

    private RunChanges(IndexedRecording baseline, IndexedRecording contender, double resolution) {
        this.baseline = baseline;
        this.contender = contender;
        this.builds = new BuildIdentity(baseline.header(), contender.header());
        this.pinned = ReferenceProgram.of(baseline, contender, builds).orElse(null);
        this.resolution = resolution;
    }

    /**
     * What has changed from one run to another.
     *
     * @param baseline the earlier one, say
     * @param contender the later one
     */
    public static RunComparison compare(Recording baseline, Recording contender) {
        IndexedRecording before = new IndexedRecording(baseline);
        IndexedRecording after = new IndexedRecording(contender);
        Noise first = NoiseCheck.check(before);
        Noise second = NoiseCheck.check(after);
        RunChanges runs = new RunChanges(before, after, Math.max(first.resolution(), second.resolution()));
        List<Alone> alone = new ArrayList<>();
        runs.sort(alone);
        return new RunComparison(
                baseline.header(),
                contender.header(),
                runs.pinned == null ? null : runs.pinned.name(),
                new RunDifferences(baseline, contender, first, second).find(runs.pinned),
                runs.screened(),
                alone);
    }

    private void sort(List<Alone> alone) {
        List<TrialPair> pairs = new ArrayList<>();
        Map<TrialId, TrialSamples> others = new LinkedHashMap<>();
        contender.trials().forEach(trial -> others.put(trial.id(), trial));
        for (TrialSamples trial : baseline.trials()) {
            TrialSamples other = others.remove(trial.id());
            if (trial.status() == Status.OK && other != null && other.status() == Status.OK) {
                pairs.add(new TrialPair(trial, other, times(trial, other)));
            } else if (trial.status() == Status.OK) {
                alone.add(new Alone(trial.id(), true, why(trial.id(), other, contender)));
            } else if (other != null && other.status() == Status.OK) {
                alone.add(new Alone(trial.id(), false, why(trial.id(), trial, baseline)));
            }
        }
        others.values().stream()
                .filter(trial -> trial.status() == Status.OK)
                .forEach(trial -> alone.add(new Alone(trial.id(), false, why(trial.id(), null, baseline))));
        LayoutSpread spread = LayoutSpread.of(pairs.stream()
                .flatMap(each -> Stream.ofNullable(each.times()))
                .map(Times::layouts)
                .toList());
        for (TrialPair each : pairs) {
            if (each.times() != null) {
                time(each, each.times(), spread);
            }
            if (each.before().trial().isComparable(each.after().trial(), Metric.PEAK)) {
                memory(each.before(), each.after());
            }
        }
    }

    /**
     * A trial of both runs.
     *
     * @param before as it was
     * @param after as it became
     * @param times its times; null when it has none in one of them
     */
    private record TrialPair(
            TrialSamples before,
            TrialSamples after,
            @Nullable Times times) {}

    /**
     * The times of a trial of both runs.
     *
     * @param metric of what
     * @param before their logarithms as they were, in relation to the reference where there is one
     * @param after as they became
     * @param layouts the program's layouts in each run
     * @param obstacle why they cannot be judged; null when they can
     */
    private record Times(
            Metric metric,
            BlockSeries before,
            BlockSeries after,
            List<Layouts> layouts,
            @Nullable String obstacle) {}

    /** Why a run has no figures of a trial. */
    private static String why(TrialId id, @Nullable TrialSamples there, IndexedRecording run) {
        if (there != null) {
            return there.status() + " there: " + there.reason();
        }
        return run.trials().stream()
                .map(TrialSamples::id)
                .filter(other -> other.workload().equals(id.workload())
                        && other.label().equals(id.label())
                        && (other.threads() == id.threads() || other.size() == id.size()))
                .findFirst()
                .map(other -> other.size() == id.size()
                        ? "measured there with different numbers of threads"
                        : "measured there at another size, " + other.size())
                .orElse("not part of that run");
    }

    /** The program's own time where both report it, else the wall time. */
    private @Nullable Times times(TrialSamples before, TrialSamples after) {
        boolean own = before.trial().workTime() && after.trial().workTime();
        Metric metric = own ? Metric.WORK : Metric.WALL;
        BlockSeries first = BlockSeries.of(before.counted(), metric, SamplingMode.TIMING);
        BlockSeries second = BlockSeries.of(after.counted(), metric, SamplingMode.TIMING);
        if (first.isEmpty() || second.isEmpty()) {
            return null;
        }
        List<Layouts> layouts = List.of(Layouts.of(before, first, metric), Layouts.of(after, second, metric));
        boolean itself = pinned != null && pinned.matches(before.id());
        if (pinned == null || itself) {
            String reason = itself
                    ? "it is the reference"
                    : "no program is the same build in both runs, so changes of the programs and of the machine cannot be separated";
            return new Times(metric, first, second, layouts, reason);
        }
        BlockSeries above = first.minus(ReferenceProgram.time(pinned.baseline(), metric));
        BlockSeries below = second.minus(ReferenceProgram.time(pinned.contender(), metric));
        return above.isEmpty() || below.isEmpty()
                ? new Times(metric, first, second, layouts, "it has no block in common with the reference")
                : new Times(metric, above, below, layouts, null);
    }

    private void time(TrialPair pair, Times times, LayoutSpread spread) {
        Shift shift = Shift.of(times.before().values(), times.after().values());
        int fewest = Math.min(times.before().size(), times.after().size());
        // the same program has the same layouts in both runs
        IntervalEstimate across = isSame(pair.before(), pair.after()) ? shift : spread.across(shift, times.layouts());
        LogEstimate reading = fewest < VerdictRules.FEWEST_BLOCKS
                ? new LogEstimate(shift.value(), null, fewest, Kind.CONFIDENCE)
                : new LogEstimate(
                        shift.value(), across, fewest, Kind.CONFIDENCE, List.of(), across.equals(shift) ? null : shift);
        add(pair.before(), pair.after(), times.metric(), reading, resolution, times.obstacle());
    }

    private void memory(TrialSamples before, TrialSamples after) {
        boolean trees = before.isTree() || after.isTree();
        LogEstimate tree = trees ? baseline.typical(before, Metric.TREE_PEAK) : null;
        boolean together = tree != null && contender.typical(after, Metric.TREE_PEAK) != null;
        Metric metric = together ? Metric.TREE_PEAK : Metric.PEAK;
        LogEstimate first = baseline.typical(before, metric);
        LogEstimate second = contender.typical(after, metric);
        if (first != null && second != null) {
            boolean alike = isFollowed(before, metric) == isFollowed(after, metric);
            String reason = alike ? null : "only one of the runs traced memory; the other used ru_maxrss";
            add(before, after, metric, first.over(second), 1, reason);
        }
    }

    private static boolean isFollowed(TrialSamples trial, Metric metric) {
        return trial.counted(SamplingMode.MEMORY).stream().anyMatch(sample -> sample.value(metric) != null);
    }

    private void add(
            TrialSamples before,
            TrialSamples after,
            Metric metric,
            LogEstimate ratio,
            double least,
            @Nullable String obstacle) {
        double margin = Math.max(BETWEEN_SESSIONS, least);
        VerdictRules.Judgement judgement = smoke()
                ? new VerdictRules.Judgement(Verdict.INCONCLUSIVE, List.of("a smoke run gives no verdicts"))
                : obstacle == null
                        ? VerdictRules.despiteBuilds(
                                VerdictRules.of(ratio, margin, margin, false), ratio, margin, margin)
                        : new VerdictRules.Judgement(Verdict.INCONCLUSIVE, List.of(obstacle));
        LogEstimate first = baseline.typical(before, metric);
        LogEstimate second = contender.typical(after, metric);
        if (first == null || second == null) {
            return;
        }
        TrialId id = before.id();
        Comparison comparison = new Comparison(
                id.workload(), metric, id, id, ratio.toEstimate(), margin, judgement.verdict(), judgement.reasons());
        readings.add(ratio);
        changes.add(new Change(
                comparison,
                first.toEstimate(),
                second.toEstimate(),
                builds.differences(before.trial(), after.trial()),
                isSame(before, after)));
    }

    private boolean isSame(TrialSamples before, TrialSamples after) {
        return builds.sameness(before.trial(), after.trial()) == Sameness.SAME;
    }

    private boolean smoke() {
        return baseline.header().profile() == Profile.SMOKE
                || contender.header().profile() == Profile.SMOKE;
    }

    /** The changes once it is known how many there are. */
    private List<Change> screened() {
        List<Comparison> screened = FalseDiscoveryControl.adjust(
                changes.stream().map(Change::comparison).toList(), readings, Comparison::metric);
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(changes.get(i).with(sure(screened.get(i))));
        }
        // what has not changed but moved all the same tells most of a cause in common, so that comes first
        return CommonCause.applied(all).stream().map(RunChanges::unchanged).toList();
    }

    private static boolean moved(Comparison comparison) {
        return comparison.verdict() == Verdict.BETTER || comparison.verdict() == Verdict.WORSE;
    }

    private static Comparison sure(Comparison comparison) {
        return !moved(comparison) || comparison.beside().isSure()
                ? comparison
                : with(comparison, Verdict.UNCLEAR, "not beyond the margin after correction for the number of trials");
    }

    /** What is known to be the same program has neither got slower nor faster, whatever its figures did. */
    private static Change unchanged(Change change) {
        return change.same() && moved(change.comparison())
                ? change.with(with(
                        change.comparison(),
                        Verdict.INCONCLUSIVE,
                        "the program is the same in both runs, so the machine caused the difference"))
                : change;
    }

    private static Comparison with(Comparison comparison, Verdict verdict, String reason) {
        List<String> reasons = new ArrayList<>(comparison.reasons());
        reasons.add(reason);
        return comparison.with(verdict, reasons);
    }
}
