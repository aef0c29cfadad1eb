package dev.assay.model.catalog;

import dev.assay.model.Metric;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The grammar of a rule: measures and probes, joined by all, all that were measured, and any. Each holds, is refuted, is undecided or lacks data. */
public sealed interface Condition {
    /** The conditions that it is made of; none for a measure or a probe. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Everything that it estimates. */
    default List<Quantity> quantities() {
        return parts().stream().flatMap(part -> part.quantities().stream()).toList();
    }

    /** Holds when every part holds; refuted when one is. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = nonEmpty(parts);
        }
    }

    /** Like {@link All} of the parts that have figures, of which there must be one: for what not every machine can measure. */
    record AllMeasured(List<Condition> parts) implements Condition {
        public AllMeasured {
            parts = nonEmpty(parts);
        }
    }

    /** Holds when one part holds; refuted when every one is. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = nonEmpty(parts);
        }
    }

    /**
     * An interval against a threshold.
     *
     * @param quantity what is estimated
     * @param level the confidence level in percent, 90 or 95
     * @param bound the end of the interval that must lie beyond the threshold
     * @param op the side of the threshold that it must lie on
     * @param value the threshold
     * @param over divides the quantity when there is one: a ratio of ratios
     * @param holm whether the condition's p-values are adjusted by Holm's procedure
     */
    record Measure(
            Quantity quantity,
            int level,
            Bound bound,
            Op op,
            double value,
            @Nullable Quantity over,
            boolean holm) implements Condition {
        public Measure {
            if (level != 90 && level != 95) {
                throw new IllegalArgumentException("a level is 90 or 95, not " + level);
            }
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a threshold is a positive number, not " + value);
            }
        }

        @Override
        public List<Quantity> quantities() {
            return over == null ? List.of(quantity) : List.of(quantity, over);
        }
    }

    /**
     * An outcome that is seen, not timed.
     *
     * @param probe the probe's id
     * @param outcome what must come of it
     * @param code the compiler's error code, or the exception's class, that must come with it, if one is named
     */
    record Probe(
            String probe, ProbeOutcome outcome, @Nullable String code) implements Condition {
        public Probe {
            if (!outcome.seen()) {
                throw new IllegalArgumentException("no rule asks for the outcome '" + outcome + "'");
            }
        }
    }

    /** A share of seeded mistakes against a threshold. */
    record Share(MistakeShare share) implements Condition {}

    /** A share of weaknesses that do not pass, against a threshold. */
    record CaughtShare(WeaknessShare caught) implements Condition {}

    /** A share of probes that come to an outcome, against a threshold. */
    record ProbeShare(OutcomeShare outcomes) implements Condition {}

    /**
     * What is estimated.
     *
     * @param metric the figure of each process
     * @param of suites or workloads
     * @param sides baseline and contender, or one side for a plain value
     * @param estimate how the workloads are put together
     */
    record Quantity(Metric metric, List<String> of, List<ComparisonSide> sides, Estimator estimate) {
        private static final String EVERYTHING = "all";

        public Quantity {
            of = List.copyOf(of);
            sides = List.copyOf(sides);
            if (of.isEmpty() || sides.isEmpty() || sides.size() > 2) {
                throw new IllegalArgumentException(
                        "a measure is of at least one suite or workload and has one or two sides");
            }
        }

        /** Whether a workload is named, or is of a suite that is. */
        public static boolean covers(List<String> names, String workload) {
            return names.contains(workload) || names.contains(Workload.suiteOf(workload)) || names.contains(EVERYTHING);
        }

        /** Whether a workload is named, or its suite. */
        public boolean covers(Workload workload) {
            return of.contains(workload.id()) || of.contains(workload.suite());
        }

        /** Whether a program is one of its sides in a workload that it covers. */
        public boolean names(Workload workload, Implementation program) {
            return covers(workload) && sides.stream().map(ComparisonSide::label).anyMatch(program.label()::equals);
        }
    }

    /** An end of an interval. */
    enum Bound {
        /** The lower end. */
        LOW,
        /** The upper end. */
        HIGH;

        @Override
        public String toString() {
            return this == LOW ? "low" : "high";
        }
    }

    /** A side of a threshold. */
    enum Op {
        /** Above it. */
        ABOVE(">"),
        /** Below it. */
        BELOW("<");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /** How several workloads become one statement. */
    enum Estimator {
        /** One workload's ratio. */
        RATIO,
        /** The geometric mean over this fixed set. */
        SUITE,
        /** The geometric mean for workloads in general, these being a sample. */
        GENERAL,
        /** Every workload by itself: an intersection-union test. */
        EVERY,
        /** At least one workload by itself. */
        SOME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<Condition> nonEmpty(List<Condition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("'all' and 'any' need at least one condition");
        }
        return List.copyOf(parts);
    }
}
