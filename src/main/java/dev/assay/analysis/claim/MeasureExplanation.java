package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.stats.Bounds;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a measure's figures say, in words. No direction is named unless the interval lies wholly on one side of 1. */
final class MeasureExplanation {
    private static final Set<Metric> MEMORY = Set.of(Metric.PEAK, Metric.TREE_PEAK, Metric.ELEMENT_BYTES);

    private final Measure measure;
    private final Quantity quantity;
    private final EstimatesByWorkload readings;
    private final @Nullable EstimatesByWorkload over;
    private final EstimandResolver quantities;
    private final double resolution;
    private final int picked;

    MeasureExplanation(
            Measure measure,
            EstimatesByWorkload readings,
            @Nullable EstimatesByWorkload over,
            EstimandResolver quantities,
            double resolution) {
        this(measure, readings, over, quantities, resolution, 1);
    }

    /** Of a figure that was picked from that many, once all had been seen: its interval must hold for whichever of them is picked. */
    private MeasureExplanation(
            Measure measure,
            EstimatesByWorkload readings,
            @Nullable EstimatesByWorkload over,
            EstimandResolver quantities,
            double resolution,
            int picked) {
        this.measure = measure;
        this.quantity = measure.quantity();
        this.readings = readings;
        this.over = over;
        this.quantities = quantities;
        this.resolution = resolution;
        this.picked = picked;
    }

    /** What was estimated, such as {@code work time, python:std / rust:std, suite of numeric}. */
    String what() {
        return what(quantity) + (measure.over() == null ? "" : ", over " + what(measure.over()));
    }

    /** The condition, such as {@code low end > 1.25}. */
    String threshold() {
        return measure.bound() + " end " + measure.op() + " " + NumberText.exact(measure.value())
                + (measure.holm() || readings.apart() ? ", Holm-corrected" : "");
    }

    /** What one reading says and how it lies to the threshold. */
    ConditionResult.Clause clause(LogEstimate reading, String place, ThresholdDecision decision) {
        return new ConditionResult.Clause(statement(reading, place), asked(), relation(reading, decision));
    }

    /**
     * What the workload says by which the whole is decided: of "some" the strongest, of "every" the weakest. It is picked for its figure, so
     * the interval is one that holds for all of them at once; a plain one of the strongest of 22 covers the truth in two runs of three.
     *
     * @param each the readings, not empty
     * @param decisions how each came out, by the same keys
     */
    ConditionResult.Clause extreme(Map<String, LogEstimate> each, Map<String, ThresholdDecision> decisions) {
        boolean strongest = quantity.estimate() == Estimator.SOME;
        Comparator<String> byRule = Comparator.comparingInt((String workload) -> rank(decisions, workload))
                .thenComparingDouble(workload -> towardsRule(each, workload));
        String chosen = each.keySet().stream()
                .max(strongest ? byRule : byRule.reversed())
                .orElseThrow();
        String place = each.size() == 1
                ? ""
                : ", the " + (strongest ? "strongest" : "weakest") + " case of " + each.size() + " " + readings.noun()
                        + "s";
        return new MeasureExplanation(measure, readings, over, quantities, resolution, each.size())
                .clause(
                        Objects.requireNonNull(each.get(chosen)),
                        " in " + chosen + place,
                        Objects.requireNonNull(decisions.get(chosen)));
    }

    private static int rank(Map<String, ThresholdDecision> decisions, String workload) {
        return switch (Objects.requireNonNull(decisions.get(workload)).outcome()) {
            case HOLDS -> 2;
            case UNDECIDED, NO_DATA -> 1;
            case REFUTED -> 0;
        };
    }

    private double towardsRule(Map<String, LogEstimate> each, String workload) {
        double value = Objects.requireNonNull(each.get(workload)).value();
        return measure.op() == Op.ABOVE ? value : -value;
    }

    private String statement(LogEstimate reading, String place) {
        String tail = place + spread(reading);
        ComparisonSide first = quantity.sides().get(0);
        String metric = quantity.metric().title();
        if (over != null) {
            return "The " + subject(quantity) + place + " is " + ratio(reading) + " times " + divisor(over)
                    + spread(reading);
        }
        if (quantity.sides().size() == 1) {
            return "The " + metric + " of " + name(first) + " is " + ratio(reading) + unit() + tail;
        }
        ComparisonSide second = quantity.sides().get(1);
        if (quantity.metric().higherIsBetter()) {
            return "The " + metric + " of " + name(second) + " is " + ratio(reading) + " times that of " + name(first)
                    + tail;
        }
        return cost(reading, name(first), name(second), place);
    }

    private String cost(LogEstimate reading, String baseline, String contender, String place) {
        Bounds bounds = interval(reading);
        String where = " in " + quantity.metric().title() + place;
        if (bounds == null) {
            return "The typical " + baseline + " / " + contender + " ratio" + where + " is " + ratio(reading)
                    + spread(reading);
        }
        boolean memory = MEMORY.contains(quantity.metric());
        if (bounds.low() > 0 && memory) {
            return baseline + " needs " + ratio(reading) + " times as much "
                    + quantity.metric().title() + " as " + contender + place + spread(reading);
        }
        if (bounds.low() > 0) {
            return contender + " is " + ratio(reading) + " times "
                    + quantity.metric().better() + " than " + baseline + where + spread(reading);
        }
        if (bounds.high() < 0) {
            String times = NumberText.format(Math.exp(-reading.value()), 1) + " times ";
            String more = memory
                    ? " needs " + times + "as much " + quantity.metric().title() + " as " + baseline + place
                    : " is " + times + quantity.metric().worse() + " than " + baseline + where;
            return contender + more + ": " + baseline + " / " + contender + " is " + ratio(reading) + spread(reading);
        }
        return contender + " and " + baseline + " show no clear difference" + where + ": ratio " + ratio(reading)
                + spread(reading);
    }

    private String spread(LogEstimate reading) {
        Bounds bounds = interval(reading);
        if (bounds == null) {
            return " (" + blocks(reading) + ", too few for "
                    + (ranged(reading) ? "a range" : "an interval" + adjusted()) + ")";
        }
        if (bounds.low() == bounds.high() && reading.blocks() == 0) {
            return "";
        }
        String ends = show(bounds.low(), reading) + " to " + show(bounds.high(), reading);
        return switch (reading.kind()) {
            case RANGE -> " (" + ends + ", range of " + blocks(reading) + ")";
            case MIXED ->
                " (" + measure.level() + " % interval" + adjusted() + " " + ends
                        + ", partly from ranges of few samples)";
            case CONFIDENCE ->
                " (" + measure.level() + " % interval" + adjusted() + " " + ends
                        + (reading.blocks() == 0 ? "" : ", " + blocks(reading)) + ")";
        };
    }

    private @Nullable Bounds interval(LogEstimate reading) {
        return reading.interval(DecisiveEstimate.simultaneous(measure.level(), picked));
    }

    private String adjusted() {
        return picked == 1 ? "" : " for all " + picked + " at once";
    }

    private String asked() {
        String number = NumberText.exact(measure.value());
        String side = measure.op() == Op.ABOVE ? "above " : "below ";
        if (!ConditionThreshold.isStrict(measure)) {
            return "an interval that extends " + side + number;
        }
        boolean spelled = quantity.sides().size() == 2
                && (measure.value() <= 1 || over != null || quantity.metric().higherIsBetter());
        return (spelled ? "a ratio " : "") + side + number;
    }

    private String relation(LogEstimate reading, ThresholdDecision decision) {
        return switch (decision.reason()) {
            case INTERVAL ->
                decision.outcome() == Outcome.REFUTED
                        ? "; the " + bounds(reading) + " is entirely on the other side"
                        : "";
            case NO_INTERVAL -> "; more blocks are needed to decide";
            case FAILED_CHECK ->
                decision.failedChecks().stream().map(this::failed).collect(Collectors.joining());
            case BOTH_SIDES -> "; the " + bounds(reading) + " lies on both sides of it";
            case RESOLUTION -> "; this run cannot distinguish ratios below " + NumberText.format(resolution, 1);
            case HOLM -> "; not significant after Holm correction for the number of " + readings.noun() + "s";
        };
    }

    private String failed(SeriesCheckResult check) {
        return ". However, " + check.finding() + " (" + check.kind().title() + "); "
                + check.kind().correction() + ", the interval is "
                + LogEstimate.ratios(interval(check.corrected())) + " and gives another result";
    }

    private String divisor(EstimatesByWorkload divisor) {
        Quantity other = divisor.quantity();
        boolean alike = other.sides().equals(quantity.sides()) && other.metric() == quantity.metric();
        return (alike ? "that" : "the " + subject(other)) + divisor.place();
    }

    private String subject(Quantity of) {
        List<String> names = above(of).stream().map(this::name).toList();
        return names.size() == 1
                ? of.metric().title() + " of " + names.get(0)
                : String.join(" / ", names) + " ratio of " + of.metric().title();
    }

    private String name(ComparisonSide side) {
        String variant = side.primary() ? "" : " (" + side.variant() + ")";
        return side.runtime().title() + variant + threads(side);
    }

    private String threads(ComparisonSide side) {
        if (readings.byWorkload().isEmpty()) {
            return "";
        }
        String workload = readings.byWorkload().firstKey();
        boolean named =
                quantity.sides().stream().anyMatch(each -> quantities.threads(each, quantity.metric(), workload) != 1);
        int count = quantities.threads(side, quantity.metric(), workload);
        return named ? " with " + Plurals.count(count, "thread") : "";
    }

    private String ratio(LogEstimate reading) {
        return show(reading.value(), reading);
    }

    /** A logarithm as a ratio, with as many digits as the estimate and its ends need to be told from 1 and from the threshold. */
    private String show(double log, LogEstimate reading) {
        Bounds bounds = interval(reading);
        int digits = bounds == null
                ? NumberText.digitsBeside(Math.exp(reading.value()), 1, measure.value())
                : Math.max(
                        NumberText.digitsBeside(Math.exp(reading.value()), measure.value()),
                        NumberText.digitsOfInterval(
                                Math.exp(bounds.low()), Math.exp(bounds.high()), 1, measure.value()));
        return NumberText.formatDigits(Math.exp(log), digits);
    }

    private String unit() {
        String unit = quantity.metric().unit();
        return unit.isEmpty() || unit.equals("x") ? "" : " " + unit;
    }

    private static String blocks(LogEstimate reading) {
        return Plurals.count(reading.blocks(), ranged(reading) ? "sample" : "block");
    }

    private static String bounds(LogEstimate reading) {
        return ranged(reading) ? "range" : "interval";
    }

    private static boolean ranged(LogEstimate reading) {
        return reading.kind() == Kind.RANGE;
    }

    private static String what(Quantity quantity) {
        return quantity.metric().title() + ", "
                + above(quantity).stream().map(ComparisonSide::toString).collect(Collectors.joining(" / ")) + ", "
                + quantity.estimate() + " of " + String.join(", ", quantity.of());
    }

    /** The sides in the order in which they are divided: a metric of which more is better is turned over. */
    private static List<ComparisonSide> above(Quantity quantity) {
        List<ComparisonSide> sides = quantity.sides();
        return sides.size() == 2 && quantity.metric().higherIsBetter() ? List.of(sides.get(1), sides.get(0)) : sides;
    }
}
