package dev.assay.chart;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Alone;
import dev.assay.model.run.TrialId;
import java.util.Locale;

/** What changes from one run to another are called; the runs are A, the baseline, and B, the contender. */
public final class ChangeText {
    private ChangeText() {}

    /** The trial within its workload: {@code rust}, {@code python:numpy x4}. */
    public static String side(TrialId id) {
        return (id.primary() ? id.runtime().toString() : id.label()) + (id.threads() == 1 ? "" : " x" + id.threads());
    }

    /** The verdict: {@code B slower}, {@code within 10 %}. */
    public static String change(Comparison comparison) {
        return switch (comparison.verdict()) {
            case BETTER -> "B " + comparison.metric().better();
            case WORSE -> "B " + comparison.metric().worse();
            case EQUIVALENT, DIFFERENT -> "within " + percent(comparison.margin());
            case UNCLEAR -> "unclear";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    /** Whether the verdict needs no reason beside it. */
    public static boolean isPlain(Comparison comparison) {
        return comparison.verdict() == Verdict.EQUIVALENT
                || comparison.verdict() == Verdict.DIFFERENT
                || comparison.reasons().isEmpty();
    }

    /** What times were divided by, to stand behind what is said of their ratios; empty for nothing. */
    public static String over(RunComparison runs) {
        return runs.reference() == null ? "" : ", each over " + runs.reference() + " in the same run";
    }

    /** A trial of one run only. */
    public static String alone(Alone one) {
        return one.trial() + " only in " + (one.inBaseline() ? "A" : "B") + ": " + one.reason();
    }

    /** Everything in a sentence or two. */
    public static String outcome(RunComparison runs) {
        if (runs.changes().isEmpty()) {
            return "The runs have no measured trial in common.";
        }
        double margin = runs.changes().stream()
                .mapToDouble(change -> change.comparison().margin())
                .min()
                .orElseThrow();
        return "Of " + runs.changes().size() + " figures, " + count(runs, Verdict.WORSE) + " got worse from A to B, "
                + count(runs, Verdict.BETTER) + " better, " + count(runs, Verdict.EQUIVALENT)
                + " are within the margin, "
                + (count(runs, Verdict.UNCLEAR) + count(runs, Verdict.DIFFERENT)) + " are unclear and "
                + count(runs, Verdict.INCONCLUSIVE) + " inconclusive." + events(runs)
                + " Differences below " + percent(margin) + " can only be found with a history of runs.";
    }

    private static String events(RunComparison runs) {
        long events =
                runs.changes().stream().filter(RunComparison.Change::isEvent).count();
        return events == 0
                ? ""
                : " In " + events + " of them the program is the same in both runs, so the machine caused the change.";
    }

    private static long count(RunComparison runs, Verdict verdict) {
        return runs.changes().stream()
                .filter(change -> change.comparison().verdict() == verdict)
                .count();
    }

    private static String percent(double margin) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * (margin - 1));
    }
}
