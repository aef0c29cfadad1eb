package dev.assay.chart;

import dev.assay.model.Comparison;
import dev.assay.model.Implementation;
import dev.assay.model.Metric;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.TrialId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Picks from a run's comparisons those that a figure or a table is about. */
public final class Pairs {
    /** The workload that stands for the user's own two commands. */
    public static final String COMMANDS = "compare/commands";

    private Pairs() {}

    /** Whether a run is about the user's own two commands. */
    public static boolean ofCommands(RunResult result) {
        return !result.trials().isEmpty()
                && result.trials().stream().allMatch(trial -> trial.trial().id().runtime() == Runtime.COMMAND);
    }

    /**
     * For every workload the comparison of two runtimes' primary programs with one thread: of kernel time, or of wall time where programs report no other.
     */
    public static List<Comparison> speed(RunResult result, Runtime baseline, Runtime contender) {
        Map<String, Comparison> byWorkload = new LinkedHashMap<>();
        for (Metric metric : List.of(Metric.KERNEL, Metric.WALL)) {
            for (Comparison each : of(result, metric, baseline, contender)) {
                byWorkload.putIfAbsent(each.workload(), each);
            }
        }
        return inOrder(result, byWorkload);
    }

    /** For every workload the comparison of two runtimes' primary programs with one thread in one metric. */
    public static List<Comparison> of(RunResult result, Metric metric, Runtime baseline, Runtime contender) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == metric)
                .filter(each -> primary(baseline).test(each.baseline())
                        && primary(contender).test(each.contender()))
                .toList();
    }

    /** Comparisons of one program with one thread and with several: their ratio is the speed-up. */
    public static List<Comparison> speedUps(RunResult result) {
        List<Comparison> all =
                result.comparisons().stream().filter(Pairs::overThreads).toList();
        for (Metric metric : List.of(Metric.SPEEDUP, Metric.KERNEL, Metric.WALL)) {
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

    private static Predicate<TrialId> primary(Runtime runtime) {
        return id -> id.runtime() == runtime && id.variant().equals(Implementation.PRIMARY) && id.threads() == 1;
    }

    private static List<Comparison> inOrder(RunResult result, Map<String, Comparison> byWorkload) {
        return result.comparisons().stream()
                .filter(each -> each.equals(byWorkload.get(each.workload())))
                .toList();
    }
}
