package dev.assay.chart;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Picks from a run's comparisons those that a figure or a table is about. */
public final class ComparisonFilter {
    private ComparisonFilter() {}

    /** Whether a run is about the user's two commands. */
    public static boolean ofCommands(RunResult result) {
        return !result.trials().isEmpty()
                && result.trials().stream().allMatch(trial -> trial.trial().id().runtime() == Runtime.COMMAND);
    }

    /**
     * For every workload the comparison of two runtimes' primary programs with one thread: of work time, or of wall time where programs report no other.
     */
    public static List<Comparison> speed(RunResult result, Runtime baseline, Runtime contender) {
        List<Comparison> work = select(result, Metric.WORK, baseline, contender);
        Set<String> timed = work.stream().map(Comparison::workload).collect(Collectors.toSet());
        return result.comparisons().stream()
                .filter(between(baseline, contender))
                .filter(each -> each.metric() == Metric.WORK
                        || (each.metric() == Metric.WALL && !timed.contains(each.workload())))
                .toList();
    }

    /** For every workload the comparison of two runtimes' primary programs with one thread in one metric. */
    public static List<Comparison> select(RunResult result, Metric metric, Runtime baseline, Runtime contender) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == metric)
                .filter(between(baseline, contender))
                .toList();
    }

    /** Comparisons of one program with one thread and with several: their ratio is the speed-up. */
    public static List<Comparison> speedUps(RunResult result) {
        List<Comparison> all = result.comparisons().stream()
                .filter(ComparisonFilter::overThreads)
                .toList();
        for (Metric metric : List.of(Metric.SPEEDUP, Metric.WORK, Metric.WALL)) {
            List<Comparison> found =
                    all.stream().filter(each -> each.metric() == metric).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean overThreads(Comparison each) {
        TrialId one = each.baseline();
        TrialId several = each.contender();
        return one.label().equals(several.label())
                && one.workload().equals(several.workload())
                && one.threads() == 1
                && several.threads() > 1;
    }

    private static Predicate<Comparison> between(Runtime baseline, Runtime contender) {
        return each ->
                primary(baseline).test(each.baseline()) && primary(contender).test(each.contender());
    }

    private static Predicate<TrialId> primary(Runtime runtime) {
        return id -> id.runtime() == runtime && id.primary() && id.threads() == 1;
    }
}
