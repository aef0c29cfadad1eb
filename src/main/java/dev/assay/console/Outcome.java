package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.Comparison;
import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.RunResult;
import dev.assay.model.Summary;
import dev.assay.model.TrialResult;
import dev.assay.model.Warning;
import java.util.List;

/** What a run found, as a person reads it at its end: claims, means, failures, warnings. */
public final class Outcome {
    private static final int VERDICT = 13;
    private static final int CLAIM = 24;

    private final Console console;
    private final RunResult result;

    private Outcome(Console console, RunResult result) {
        this.console = console;
        this.result = result;
    }

    /** Prints it. */
    public static void print(Console console, RunResult result) {
        Outcome outcome = new Outcome(console, result);
        if (result.header().workloads().isEmpty()) {
            outcome.comparisons();
        } else {
            outcome.claims();
            outcome.means();
        }
        outcome.failures();
        outcome.warnings();
    }

    private void heading(String text) {
        console.result("");
        console.result(console.styled(Style.BOLD, text));
    }

    private void claims() {
        heading("Claims");
        for (ClaimResult claim : result.claims()) {
            if (claim.verdict() != ClaimVerdict.NOT_TESTED) {
                claim(claim);
            }
        }
        List<ClaimResult> open = result.claims().stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.NOT_TESTED)
                .toList();
        if (!open.isEmpty()) {
            item("Not tested", Style.FAINT, Text.count(open.size(), "claim"), "the report says why for each of them");
        }
    }

    private void claim(ClaimResult claim) {
        item(claim.verdict().title(), style(claim.verdict()), claim.claim().id(), claim.sentence());
    }

    private void item(String verdict, Style style, String name, String sentence) {
        String indent = "  " + " ".repeat(VERDICT + CLAIM);
        List<String> lines = Text.wrapped(sentence, console.width() - indent.length());
        console.result(
                "  " + console.styled(style, Text.left(verdict, VERDICT)) + Text.left(name, CLAIM) + lines.get(0));
        lines.stream().skip(1).forEach(line -> console.result(indent + line));
    }

    private static Style style(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> Style.GREEN;
            case PARTLY -> Style.YELLOW;
            case REFUTED -> Style.RED;
            case INCONCLUSIVE -> Style.CYAN;
            case NOT_TESTED -> Style.FAINT;
        };
    }

    private void means() {
        if (result.summaries().isEmpty()) {
            return;
        }
        heading("Geometric means (baseline / contender: above 1 the contender is better)");
        for (Summary summary : result.summaries()) {
            console.result("  " + Text.left(summary.suite(), 11)
                    + Text.left(summary.metric().title(), 13)
                    + Text.left(summary.baseline() + " / " + summary.contender(), 25) + figure(summary.estimate()));
        }
    }

    private void comparisons() {
        heading("Baseline / contender (above 1 the contender is better)");
        for (Comparison comparison : result.comparisons()) {
            console.result("  " + Text.left(comparison.metric().title(), 13) + figure(comparison.estimate()) + "  "
                    + words(comparison));
        }
    }

    private static String words(Comparison comparison) {
        boolean memory = comparison.metric() == Metric.PEAK || comparison.metric() == Metric.TREE_PEAK;
        return switch (comparison.verdict()) {
            case BETTER -> memory ? "the contender is smaller" : "the contender is faster";
            case WORSE -> memory ? "the contender is larger" : "the contender is slower";
            case DIFFERENT -> "different, but by less than matters";
            case EQUIVALENT -> "equivalent";
            case UNCLEAR -> "unclear";
            case INCONCLUSIVE -> "inconclusive: " + String.join("; ", comparison.reasons());
        };
    }

    private static String figure(Estimate estimate) {
        Interval interval = estimate.at95();
        return Text.right(Text.number(estimate.value()) + "x", 8)
                + (interval == null
                        ? "  (too few blocks for an interval)"
                        : "  [" + Text.number(interval.low()) + ", " + Text.number(interval.high()) + "]");
    }

    private void failures() {
        List<TrialResult> failed = result.trials().stream()
                .filter(trial -> trial.status() == TrialResult.Status.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            heading("Failed");
            for (TrialResult trial : failed) {
                console.result(
                        "  " + console.styled(Style.RED, trial.trial().id().toString()) + " " + trial.reason());
            }
        }
    }

    private void warnings() {
        for (Warning warning : result.warnings()) {
            List<String> lines = Text.wrapped(warning.message() + " " + warning.remedy(), console.width() - 9);
            console.warn(console.styled(Style.YELLOW, "warning: ") + lines.get(0));
            lines.stream().skip(1).forEach(line -> console.warn("         " + line));
        }
    }
}
