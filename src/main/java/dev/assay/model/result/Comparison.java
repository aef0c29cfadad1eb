package dev.assay.model.result;

import dev.assay.model.Metric;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Locale;

/**
 * Two trials, one metric.
 *
 * @param workload the workload's id
 * @param metric the figure
 * @param baseline the trial above the line
 * @param contender the trial below the line
 * @param estimate baseline over contender of a cost: 40 says that the contender is 40 times better
 * @param margin the practical margin that the verdict rests on, such as 1.02
 * @param verdict from the contender's side
 * @param reasons why the verdict is not a plainer one, and what the checks of the series found
 * @param beside what is shown beside it and decides nothing
 */
public record Comparison(
        String workload,
        Metric metric,
        TrialId baseline,
        TrialId contender,
        Estimate estimate,
        double margin,
        Verdict verdict,
        List<String> reasons,
        SecondaryStatistics beside) {
    public Comparison {
        reasons = List.copyOf(reasons);
    }

    /** A comparison beside which nothing is shown. */
    public Comparison(
            String workload,
            Metric metric,
            TrialId baseline,
            TrialId contender,
            Estimate estimate,
            double margin,
            Verdict verdict,
            List<String> reasons) {
        this(workload, metric, baseline, contender, estimate, margin, verdict, reasons, SecondaryStatistics.NOTHING);
    }

    /** The same with another verdict. */
    public Comparison with(Verdict other, List<String> why) {
        return new Comparison(workload, metric, baseline, contender, estimate, margin, other, why, beside);
    }

    /** The same with something else beside it. */
    public Comparison with(SecondaryStatistics other) {
        return new Comparison(workload, metric, baseline, contender, estimate, margin, verdict, reasons, other);
    }

    /** What an interval says of two trials, from the contender's side. */
    public enum Verdict {
        /** Faster or smaller beyond the practical margin. */
        BETTER("better"),
        /** Slower or larger beyond the practical margin. */
        WORSE("worse"),
        /** Not the same, but within the margin. */
        DIFFERENT("different, but within the margin"),
        /** The same within the margin. */
        EQUIVALENT("equal within the margin"),
        /** None of the others. */
        UNCLEAR("no clear difference"),
        /** The data allow no verdict; the reason says why. */
        INCONCLUSIVE("inconclusive");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /** The words for readers; whoever knows the metric says {@link Metric#better} or {@link Metric#worse} instead of the first two. */
        public String title() {
            return title;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
