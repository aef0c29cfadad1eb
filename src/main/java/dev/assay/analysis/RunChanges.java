package dev.assay.analysis;

import dev.assay.analysis.Builds.Sameness;
import dev.assay.model.Comparison;
import dev.assay.model.Comparison.Verdict;
import dev.assay.model.Estimate.Kind;
import dev.assay.model.Metric;
import dev.assay.model.Mode;
import dev.assay.model.Noise;
import dev.assay.model.Profile;
import dev.assay.model.Recording;
import dev.assay.model.RunComparison;
import dev.assay.model.RunComparison.Alone;
import dev.assay.model.RunComparison.Change;
import dev.assay.model.TrialId;
import dev.assay.model.TrialResult.Status;
import dev.assay.stats.Shift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two runs, trial by trial. A time enters as its ratio to a pinned program of its own run, block by block; the two samples of such ratios are
 * not paired, so their shift is estimated and not a mean of differences. Peaks of memory are compared as they are.
 *
 * <p>Between two sessions everything shifts by several per cent that neither of them shows. Only a history of runs tells how much; without one
 * no verdict rests on less than 10 %. Of all that is called slower or faster, at most one in twenty is a false alarm, by the procedure of
 * Benjamini and Hochberg.
 */
public final class RunChanges {
    /** What two sessions may lie apart though nothing has changed, until a history says more. */
    static final double BETWEEN_SESSIONS = 1.10;

    private final IndexedRecording baseline;
    private final IndexedRecording contender;
    private final Builds builds;
    private final @Nullable Pinned pinned;
    private final double resolution;
    private final List<Change> changes = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    private RunChanges(IndexedRecording baseline, IndexedRecording contender, double resolution) {
        this.baseline = baseline;
        this.contender = contender;
        this.builds = new Builds(baseline.header(), contender.header());
        this.pinned = Pinned.of(baseline, contender, builds).orElse(null);
        this.resolution = resolution;
    }

    /**
     * What has changed from one run to another.
     *
     * @param baseline the earlier one, say
     * @param contender the one that is held against it
     */
    public static RunComparison of(Recording baseline, Recording contender) {
        IndexedRecording before = new IndexedRecording(baseline);
        IndexedRecording after = new IndexedRecording(contender);
        Noise first = NoiseCheck.of(before);
        Noise second = NoiseCheck.of(after);
        RunChanges runs = new RunChanges(before, after, Math.max(first.resolution(), second.resolution()));
        List<Alone> alone = new ArrayList<>();
        runs.sort(alone);
        return new RunComparison(
                baseline.header(),
                contender.header(),
                runs.pinned == null ? null : runs.pinned.name(),
                new RunNotices(baseline, contender, first, second).of(runs.pinned),
                runs.screened(),
                alone);
    }

    private void sort(List<Alone> alone) {
        Map<TrialId, Measured> others = new LinkedHashMap<>();
        contender.trials().forEach(trial -> others.put(trial.id(), trial));
        for (Measured trial : baseline.trials()) {
            Measured other = others.remove(trial.id());
            if (trial.status() == Status.OK && other != null && other.status() == Status.OK) {
                time(trial, other);
                if (trial.trial().isComparable(other.trial(), Metric.PEAK)) {
                    memory(trial, other);
                }
            } else if (trial.status() == Status.OK) {
                alone.add(new Alone(trial.id(), true, why(trial.id(), other, contender)));
            } else if (other != null && other.status() == Status.OK) {
                alone.add(new Alone(trial.id(), false, why(trial.id(), trial, baseline)));
            }
        }
        others.values().stream()
                .filter(trial -> trial.status() == Status.OK)
                .forEach(trial -> alone.add(new Alone(trial.id(), false, why(trial.id(), null, baseline))));
    }

    /** Why a run has no figures of a trial. */
    private static String why(TrialId id, @Nullable Measured there, IndexedRecording run) {
        if (there != null) {
            return there.status() + " there: " + there.reason();
        }
        return run.trials().stream()
                .map(Measured::id)
                .filter(other -> other.workload().equals(id.workload())
                        && other.label().equals(id.label())
                        && (other.threads() == id.threads() || other.size() == id.size()))
                .findFirst()
                .map(other -> other.size() == id.size()
                        ? "measured there with other numbers of threads"
                        : "measured there at another size, " + other.size())
                .orElse("not part of that run");
    }

    /** The program's own time where both report it, else the wall time. */
    private void time(Measured before, Measured after) {
        boolean kernel = before.trial().kernelTime() && after.trial().kernelTime();
        Metric metric = kernel ? Metric.KERNEL : Metric.WALL;
        Series first = Series.of(before.counted(), metric, Mode.TIMING);
        Series second = Series.of(after.counted(), metric, Mode.TIMING);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        boolean itself = pinned != null && pinned.is(before.id());
        if (pinned == null || itself) {
            String reason = itself
                    ? "it is the reference itself"
                    : "no program is the same build in both runs, so nothing tells a change of the programs from one of the machine";
            add(before, after, metric, shift(first, second), resolution, reason);
            return;
        }
        Series above = first.minus(Pinned.time(pinned.baseline(), metric));
        Series below = second.minus(Pinned.time(pinned.contender(), metric));
        if (above.isEmpty() || below.isEmpty()) {
            add(before, after, metric, shift(first, second), resolution, "it shares no block with the reference");
            return;
        }
        add(before, after, metric, shift(above, below), resolution, null);
    }

    private static Reading shift(Series above, Series below) {
        Shift shift = Shift.of(above.values(), below.values());
        int fewest = Math.min(above.logs().size(), below.logs().size());
        return new Reading(shift.value(), fewest < Verdicts.FEWEST_BLOCKS ? null : shift, fewest, Kind.CONFIDENCE);
    }

    private void memory(Measured before, Measured after) {
        boolean trees = before.isTree() || after.isTree();
        Reading tree = trees ? baseline.typical(before, Metric.TREE_PEAK) : null;
        boolean together = tree != null && contender.typical(after, Metric.TREE_PEAK) != null;
        Metric metric = together ? Metric.TREE_PEAK : Metric.PEAK;
        Reading first = baseline.typical(before, metric);
        Reading second = contender.typical(after, metric);
        if (first != null && second != null) {
            boolean alike = isFollowed(before, metric) == isFollowed(after, metric);
            String reason =
                    alike ? null : "only one of the runs followed memory; the other read the system's ru_maxrss";
            add(before, after, metric, first.over(second), 1, reason);
        }
    }

    private static boolean isFollowed(Measured trial, Metric metric) {
        return trial.counted(Mode.MEMORY).stream().anyMatch(sample -> sample.value(metric) != null);
    }

    private void add(
            Measured before, Measured after, Metric metric, Reading ratio, double least, @Nullable String obstacle) {
        double margin = Math.max(BETWEEN_SESSIONS, least);
        Verdicts.Judgement judgement = smoke()
                ? new Verdicts.Judgement(Verdict.INCONCLUSIVE, List.of("a smoke run gives no verdicts"))
                : obstacle == null
                        ? Verdicts.of(ratio, margin, margin, false)
                        : new Verdicts.Judgement(Verdict.INCONCLUSIVE, List.of(obstacle));
        Reading first = baseline.typical(before, metric);
        Reading second = contender.typical(after, metric);
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
                builds.sameness(before.trial(), after.trial()) == Sameness.SAME));
    }

    private boolean smoke() {
        return baseline.header().profile() == Profile.SMOKE
                || contender.header().profile() == Profile.SMOKE;
    }

    /** The changes once it is known how many there are. */
    private List<Change> screened() {
        List<Comparison> screened =
                Screening.of(changes.stream().map(Change::comparison).toList(), readings, Comparison::metric);
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
                : with(
                        comparison,
                        Verdict.UNCLEAR,
                        "not beyond the margin once it is taken into account how many trials were looked at");
    }

    /** What is known to be the same program has neither got slower nor faster, whatever its figures did. */
    private static Change unchanged(Change change) {
        return change.same() && moved(change.comparison())
                ? change.with(with(
                        change.comparison(),
                        Verdict.INCONCLUSIVE,
                        "the program is the same in both runs, so this is an event of the machine"))
                : change;
    }

    private static Comparison with(Comparison comparison, Verdict verdict, String reason) {
        List<String> reasons = new ArrayList<>(comparison.reasons());
        reasons.add(reason);
        return comparison.with(verdict, reasons);
    }
}
