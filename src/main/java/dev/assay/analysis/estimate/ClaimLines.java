package dev.assay.analysis.estimate;

import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Rule;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of claims, as lines through the ratios of a run. What a claim estimates is a sum of logarithms of ratios: one ratio, a mean over
 * workloads, the difference of two means, or a difference of speed-ups.
 */
final class ClaimLines {
    /** In the order of the run. */
    private final Map<String, List<ProvisionalRatio>> ratios;

    private final ToIntFunction<String> cores;
    private final List<Line> lines;

    /**
     * The lines of claims.
     *
     * @param ratios all that are compared in the run
     * @param cores how many threads {@code @cores} stands for in a workload
     */
    ClaimLines(List<ProvisionalRatio> ratios, List<Claim> claims, ToIntFunction<String> cores) {
        this.ratios = ratios.stream()
                .collect(Collectors.groupingBy(ProvisionalRatio::workload, LinkedHashMap::new, Collectors.toList()));
        this.cores = cores;
        this.lines = claims.stream()
                .map(Claim::rule)
                .filter(Objects::nonNull)
                .flatMap(ClaimLines::conditions)
                .flatMap(ClaimLines::measures)
                .flatMap(this::lines)
                .toList();
    }

    /** A sum in which each ratio has its weight, and a number beside them. */
    private record LogSum(IdentityHashMap<ProvisionalRatio, Double> weights, double constant) {
        static final LogSum NOTHING = of(0);

        static LogSum of(double constant) {
            return new LogSum(new IdentityHashMap<>(), constant);
        }

        static LogSum of(ProvisionalRatio ratio, double weight) {
            IdentityHashMap<ProvisionalRatio, Double> only = new IdentityHashMap<>();
            only.put(ratio, weight);
            return new LogSum(only, 0);
        }

        LogSum plus(LogSum other, double factor) {
            IdentityHashMap<ProvisionalRatio, Double> sum = new IdentityHashMap<>(weights);
            other.weights.forEach((ratio, weight) -> sum.merge(ratio, factor * weight, Double::sum));
            return new LogSum(sum, constant + factor * other.constant);
        }

        static LogSum mean(List<LogSum> all) {
            LogSum sum = NOTHING;
            for (LogSum each : all) {
                sum = sum.plus(each, 1.0 / all.size());
            }
            return sum;
        }
    }

    /** A sum and the logarithm of a threshold. */
    private record Line(LogSum sum, double threshold) {
        /**
         * The distance of the sum from the threshold, as what it leaves to each of its ratios: errors of independent ratios add up as squares, so
         * that those of a mean of four may each be twice as large. Not a number before all ratios are known.
         */
        double distance() {
            double value = sum.constant();
            double squares = 0;
            for (Map.Entry<ProvisionalRatio, Double> each : sum.weights().entrySet()) {
                value += each.getValue() * each.getKey().log();
                squares += each.getValue() * each.getValue();
            }
            return Math.abs(value - threshold) / Math.sqrt(squares);
        }
    }

    /** The least that a line leaves to a ratio; none for a ratio that no claim is about. */
    OptionalDouble distance(ProvisionalRatio ratio) {
        return lines.stream()
                .filter(line -> line.sum().weights().containsKey(ratio))
                .mapToDouble(Line::distance)
                .filter(Double::isFinite)
                .min();
    }

    private static Stream<Condition> conditions(Rule rule) {
        return Stream.concat(
                Stream.of(rule.when()),
                Stream.concat(
                        rule.guards().stream().map(Rule.Guard::when),
                        rule.partly().stream().map(Rule.Partly::when)));
    }

    private static Stream<Measure> measures(Condition condition) {
        return condition instanceof Measure measure
                ? Stream.of(measure)
                : condition.parts().stream().flatMap(ClaimLines::measures);
    }

    private Stream<Line> lines(Measure measure) {
        Quantity over = measure.over();
        LogSum divisor = over == null ? LogSum.NOTHING : LogSum.mean(byWorkload(over));
        return estimates(measure.quantity())
                .map(sum -> new Line(sum.plus(divisor, -1), Math.log(measure.value())))
                .filter(line -> !line.sum().weights().isEmpty());
    }

    private Stream<LogSum> estimates(Quantity quantity) {
        List<LogSum> each = byWorkload(quantity);
        return quantity.estimate() == Estimator.SUITE || quantity.estimate() == Estimator.GENERAL
                ? Stream.of(LogSum.mean(each))
                : each.stream();
    }

    private List<LogSum> byWorkload(Quantity quantity) {
        return ratios.keySet().stream()
                .filter(workload -> Quantity.covers(quantity.of(), workload))
                .map(workload -> inWorkload(quantity, workload))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null for what is no ratio of times, such as memory, and for what this run does not compare. */
    private @Nullable LogSum inWorkload(Quantity quantity, String workload) {
        ComparisonSide first = quantity.sides().get(0);
        ComparisonSide last = quantity.sides().get(quantity.sides().size() - 1);
        boolean one = quantity.sides().size() == 1;
        return switch (quantity.metric()) {
            case WORK, RATE -> one ? null : ratio(workload, Metric.WORK, first, last);
            case WALL -> one ? null : ratio(workload, Metric.WALL, first, last);
            case SPEEDUP -> difference(speedup(workload, last), one ? LogSum.NOTHING : speedup(workload, first));
            case EFFICIENCY -> one ? difference(speedup(workload, last), logCores(workload)) : null;
            default -> null;
        };
    }

    private LogSum logCores(String workload) {
        return LogSum.of(Math.log(cores.applyAsInt(workload)));
    }

    private static @Nullable LogSum difference(@Nullable LogSum one, @Nullable LogSum other) {
        return one == null || other == null ? null : one.plus(other, -1);
    }

    private @Nullable LogSum speedup(String workload, ComparisonSide side) {
        return ratio(
                workload,
                Metric.WORK,
                new ComparisonSide(side.runtime(), side.variant(), 1),
                new ComparisonSide(side.runtime(), side.variant(), ComparisonSide.CORES));
    }

    private @Nullable LogSum ratio(String workload, Metric metric, ComparisonSide above, ComparisonSide below) {
        int most = cores.applyAsInt(workload);
        for (ProvisionalRatio ratio : ratios.getOrDefault(workload, List.of())) {
            if (ratio.metric() == metric) {
                if (isOf(ratio, above, below, most)) {
                    return LogSum.of(ratio, 1);
                }
                if (isOf(ratio, below, above, most)) {
                    return LogSum.of(ratio, -1);
                }
            }
        }
        return null;
    }

    private static boolean isOf(ProvisionalRatio ratio, ComparisonSide above, ComparisonSide below, int cores) {
        return ratio.pair().baseline().id().isOn(above, cores)
                && ratio.pair().contender().id().isOn(below, cores);
    }
}
