package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Rule;
import dev.assay.model.run.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far two trials may lie apart: what matters in practice, and what a claim's rule names for the very pair. Where several claims do, the
 * strictest holds.
 */
public final class Margins {
    /** What matters in practice. */
    private static final double PRACTICAL = 1.02;

    /**
     * The layout of native code alone moves times by several percent, and no number of runs of one build shows it: so a difference is shown
     * beyond that, and below it programs count as equal. Where both have several builds the interval holds what layouts do. With the wider margin
     * on top of it, a true difference of a tenth would be found in a fifth of runs with builds 3 % apart, instead of in half.
     */
    private static final double NATIVE = 1.05;

    /** How much worse one of two native programs may be and still be close, unless a claim says otherwise. */
    private static final double CLOSE = 1.25;

    /** Two one-sided tests at 5 %, or one of them. */
    private static final int LEVEL = 90;

    private final ToIntFunction<String> cores;
    private final List<Named> equivalences = new ArrayList<>();
    private final List<Named> closenesses = new ArrayList<>();

    /** A margin, and what it was named for. */
    private record Named(Quantity quantity, double margin) {}

    /**
     * The margins that claims name, and what holds where none does.
     *
     * @param cores how many threads {@code @cores} stands for in a workload
     */
    public Margins(List<Claim> claims, ToIntFunction<String> cores) {
        this.cores = cores;
        claims.stream()
                .map(Claim::rule)
                .filter(Objects::nonNull)
                .map(Rule::when)
                .forEach(this::read);
    }

    /**
     * A measure alone that must lie below a margin asks for non-inferiority; with one that must lie above its inverse, for equivalence.
     */
    private void read(Condition condition) {
        if (condition instanceof Measure measure) {
            if (isUpper(measure)) {
                closenesses.add(new Named(measure.quantity(), measure.value()));
            }
            return;
        }
        List<Condition> parts = condition.parts();
        for (Condition part : parts) {
            Optional<Measure> mirror = condition instanceof Condition.All && part instanceof Measure upper
                    ? mirror(parts, upper)
                    : Optional.empty();
            if (mirror.isPresent() && part instanceof Measure upper) {
                equivalences.add(new Named(
                        upper.quantity(),
                        Math.min(upper.value(), 1 / mirror.get().value())));
            } else {
                read(part);
            }
        }
    }

    private static Optional<Measure> mirror(List<Condition> parts, Measure upper) {
        return parts.stream()
                .flatMap(part -> part instanceof Measure measure ? Stream.of(measure) : Stream.empty())
                .filter(lower -> isUpper(upper)
                        && lower.level() == LEVEL
                        && lower.bound() == Bound.LOW
                        && lower.op() == Op.ABOVE
                        && lower.value() < 1
                        && lower.over() == null
                        && lower.quantity().equals(upper.quantity()))
                .findFirst();
    }

    private static boolean isUpper(Measure measure) {
        return measure.level() == LEVEL
                && measure.bound() == Bound.HIGH
                && measure.op() == Op.BELOW
                && measure.value() > 1
                && measure.over() == null
                && measure.quantity().sides().size() == 2
                && !measure.quantity().metric().higherIsBetter();
    }

    /** What matters in practice between two trials. */
    public static double practical(ComparisonPairs.Pair pair, Metric metric) {
        boolean sampled = metric.timed()
                && pair.baseline().layouts() > 1
                && pair.contender().layouts() > 1;
        return areTwoNativePrograms(pair) && !sampled ? NATIVE : PRACTICAL;
    }

    /** One program with more threads is one build: its layout is the same on both sides. */
    private static boolean areTwoNativePrograms(ComparisonPairs.Pair pair) {
        TrialId baseline = pair.baseline().id();
        TrialId contender = pair.contender().id();
        return !baseline.label().equals(contender.label())
                && baseline.runtime().compiled()
                && contender.runtime().compiled();
    }

    /** Within what two trials count as equal: what a claim names, else the practical margin, of native programs the wider one. */
    public double equivalence(ComparisonPairs.Pair pair, Metric metric, double practical) {
        Double named = strictest(equivalences, pair, metric);
        if (named != null) {
            return named;
        }
        return areTwoNativePrograms(pair) ? Math.max(NATIVE, practical) : practical;
    }

    /** How much worse the baseline may be to count as close to the contender; null where nobody asks. */
    public @Nullable Double closeness(ComparisonPairs.Pair pair, Metric metric) {
        Double named = strictest(closenesses, pair, metric);
        return named == null && metric == Metric.WORK && areTwoNativePrograms(pair) ? Double.valueOf(CLOSE) : named;
    }

    private @Nullable Double strictest(List<Named> margins, ComparisonPairs.Pair pair, Metric metric) {
        return margins.stream()
                .filter(named -> isAbout(named.quantity(), pair, metric))
                .map(Named::margin)
                .min(Double::compare)
                .orElse(null);
    }

    private boolean isAbout(Quantity quantity, ComparisonPairs.Pair pair, Metric metric) {
        TrialId baseline = pair.baseline().id();
        if (quantity.metric() != metric || !Quantity.covers(quantity.of(), baseline.workload())) {
            return false;
        }
        int most = cores.applyAsInt(baseline.workload());
        return baseline.isOn(quantity.sides().get(0), most)
                && pair.contender().id().isOn(quantity.sides().get(1), most);
    }
}
