package dev.assay.report;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import dev.assay.text.RatioText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** From which running time on a program in Rust makes up for its own release build. */
public final class BreakEven {
    private static final String WORKLOAD = BuildRow.SUITE + "/from-nothing";
    private static final String RELEASE = "release";

    private BreakEven() {}

    /**
     * How long Python must run until Rust, build included, takes less time: a time T with T = b + T / r.
     *
     * @param build b, the time of the build, at least 0
     * @param ratio r, Python's running time divided by Rust's
     * @return T = b / (1 - 1/r), in the unit of the build; empty if Rust is not faster
     */
    static OptionalDouble runningTime(double build, double ratio) {
        return ratio > 1 ? OptionalDouble.of(build / (1 - 1 / ratio)) : OptionalDouble.empty();
    }

    /**
     * The same of a run, in sentences: with its typical time of a release build, and its mean ratio of whole processes that have work to do.
     * Empty if one of them was not measured, has no interval, or if Rust is not faster.
     */
    public static Optional<String> describe(RunResult result) {
        TrialResult built = result.trials().stream()
                .filter(trial -> isRelease(trial.trial().id()))
                .findFirst()
                .orElse(null);
        Estimate build = built == null ? null : built.typical().get(Metric.WORK);
        List<Summary> means = means(result);
        if (built == null || build == null || build.at95() == null || means.isEmpty()) {
            return Optional.empty();
        }
        int workloads = means.stream().mapToInt(mean -> mean.workloads().size()).sum();
        double logs = means.stream()
                .mapToDouble(mean ->
                        mean.workloads().size() * Math.log(mean.estimate().value()))
                .sum();
        double ratio = Math.exp(logs / workloads);
        OptionalDouble least = runningTime(build.value(), ratio);
        if (least.isEmpty()) {
            return Optional.empty();
        }
        String lines = NumberText.count(built.trial().id().size());
        return Optional.of("A release build of the generated project of " + lines + " lines took " + time(build.value())
                + ", and Python took " + RatioText.of(ratio).value() + " the wall time of Rust (geometric mean of "
                + Plurals.count(workloads, "workload")
                + "). At this ratio, Rust is ahead, build included, if Python runs longer than "
                + time(least.getAsDouble()) + ".");
    }

    private static boolean isRelease(TrialId id) {
        return id.workload().equals(WORKLOAD)
                && id.runtime() == Runtime.RUST
                && id.variant().equals(RELEASE);
    }

    /** The means of wall time of the suites that also have one of work time: the others measure little but start-up. Builds are no running time. */
    private static List<Summary> means(RunResult result) {
        ComparisonSide python = ComparisonSide.primary(Runtime.PYTHON);
        ComparisonSide rust = ComparisonSide.primary(Runtime.RUST);
        List<Summary> ours = result.summaries().stream()
                .filter(mean -> mean.baseline().equals(python)
                        && mean.contender().equals(rust)
                        && mean.estimate().at95() != null
                        && !mean.suite().equals(BuildRow.SUITE))
                .toList();
        Set<String> working = ours.stream()
                .filter(mean -> mean.metric() == Metric.WORK)
                .map(Summary::suite)
                .collect(Collectors.toSet());
        return ours.stream()
                .filter(mean -> mean.metric() == Metric.WALL && working.contains(mean.suite()))
                .toList();
    }

    private static String time(double ns) {
        return NumberText.value(Metric.WALL.unit(), ns);
    }
}
