package dev.assay.chart;

import dev.assay.history.CommonShiftEvent;
import dev.assay.history.Direction;
import dev.assay.history.MetricChange;
import dev.assay.history.ReferenceWindow;
import dev.assay.history.RegressionAlert;
import dev.assay.history.RegressionReport;
import dev.assay.model.Metric;
import dev.assay.model.history.HistoryPoint;
import dev.assay.text.RatioText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of runs over time. */
public final class HistoryText {
    private HistoryText() {}

    /** A day: {@code 2026-03-01}. */
    public static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    /** What a figure is of: {@code time of Rust in numeric/nbody}. */
    public static String name(HistoryPoint figure) {
        String threads =
                figure.trial().threads() == 1 ? "" : " with " + figure.trial().threads() + " threads";
        return (figure.metric().timed() ? "time of " : "memory of ") + ComparisonLabels.name(figure.trial()) + " in "
                + figure.trial().workload() + threads;
    }

    /** Tonight over the usual, with its 95 % interval where there is one. */
    public static RatioText ratio(MetricChange screened) {
        ReferenceWindow baseline = screened.baseline();
        Double low = screened.figure().low();
        Double high = screened.figure().high();
        return baseline == null || low == null || high == null
                ? RatioText.of(screened.ratio())
                : RatioText.of(
                        screened.ratio(), Math.exp(low - baseline.median()), Math.exp(high - baseline.median()), true);
    }

    /** The same in words: {@code 1.12× the baseline (1.10 to 1.14)}. */
    public static String overBaseline(MetricChange screened) {
        RatioText ratio = ratio(screened);
        return ratio.value() + " the baseline (" + (ratio.words().isEmpty() ? "–" : ratio.words()) + ")";
    }

    /** What came of a figure's screening, in a word or two. */
    public static String word(MetricChange screened) {
        Metric metric = screened.figure().metric();
        return switch (screened.movement()) {
            case WORSE -> metric.worse();
            case BETTER -> metric.better();
            case NONE -> "as usual";
            case UNKNOWN -> "unknown";
        };
    }

    /** A figure that moved, in a sentence. */
    public static String moved(MetricChange screened) {
        ReferenceWindow baseline = Objects.requireNonNull(screened.baseline(), "what moved has moved from somewhere");
        return capital(name(screened.figure())) + ": " + overBaseline(screened) + " of " + nights(baseline) + ".";
    }

    /** An alert in a sentence or two. */
    public static String alert(RegressionAlert alert) {
        String since = alert.since().run().equals(alert.night().run())
                ? ""
                : " It began with " + alert.since().run() + ".";
        return moved(alert.screened()) + since + " " + status(alert);
    }

    private static String status(RegressionAlert alert) {
        return switch (alert.status()) {
            case SUSPECTED -> "Not yet checked by a fresh run.";
            case CONFIRMED -> "Confirmed by " + alert.decidedBy() + ": a regression.";
            case CLEARED -> "Cleared: " + alert.decidedBy() + " did not reproduce it.";
            case ENVIRONMENT -> "Too many others moved with it for the program to be the cause.";
            case UNCHANGED -> "The program is unchanged, so the machine caused this.";
            case VERSIONS -> "It began where " + String.join(", and ", alert.causes()) + ".";
        };
    }

    /** What is thought of an alert, in a word or two. */
    public static String title(RegressionAlert.Status status) {
        return switch (status) {
            case SUSPECTED -> "suspected";
            case CONFIRMED -> "regression";
            case CLEARED -> "cleared";
            case ENVIRONMENT -> "environment";
            case UNCHANGED -> "machine";
            case VERSIONS -> "with a new version";
        };
    }

    /** An event of the environment in a sentence. */
    public static String event(CommonShiftEvent event) {
        Metric metric = event.timed() ? Metric.WALL : Metric.PEAK;
        String way = event.direction() == Direction.WORSE ? metric.worse() : metric.better();
        return event.moved() + " of " + event.workloads() + " workloads got " + way
                + " at once: a change of the environment, not a regression of programs.";
    }

    /** What most of a night's figures are compared with. */
    public static String baseline(RegressionReport review) {
        List<ReferenceWindow> known = review.figures().stream()
                .flatMap(screened -> Stream.ofNullable(screened.baseline()))
                .toList();
        if (known.isEmpty()) {
            return "nothing yet: " + ReferenceWindow.FEWEST + " earlier nights are needed";
        }
        int most = known.stream().mapToInt(ReferenceWindow::nights).max().orElseThrow();
        boolean low = known.stream().anyMatch(ReferenceWindow::lowConfidence);
        boolean pooled = known.stream().anyMatch(ReferenceWindow::pooled);
        return "the median of the " + most + " nights before it"
                + (pooled ? ", pooled with other machines" : "")
                + (low
                        ? "; low confidence, because fewer than " + ReferenceWindow.FEWEST_MATCHING
                                + " are from this machine"
                        : "");
    }

    private static String nights(ReferenceWindow baseline) {
        return baseline.nights() + " nights" + (baseline.pooled() ? " from several machines" : "")
                + (baseline.lowConfidence() ? ", with low confidence" : "");
    }

    /** Everything in a sentence or two. */
    public static String outcome(RegressionReport review) {
        long screened = review.figures().stream()
                .filter(each -> each.movement() != Direction.UNKNOWN)
                .count();
        if (screened == 0) {
            return "Nothing can be said yet: too few earlier nights, no intervals, or a smoke run.";
        }
        List<String> parts = Stream.of(
                        part(review.regressions().size(), "regressed"),
                        part(review.suspicions().size(), "suspected (check with --confirm=latest)"),
                        part(review.alerts(RegressionAlert.Status.CLEARED).size(), "suspected and cleared"),
                        part(
                                review.alerts(RegressionAlert.Status.UNCHANGED).size(),
                                "worse although the program is unchanged"),
                        part(review.alerts(RegressionAlert.Status.VERSIONS).size(), "worse with a new version"),
                        part(review.alerts(RegressionAlert.Status.ENVIRONMENT).size(), "worse with the environment"),
                        part(review.better().size(), "better than usual"))
                .flatMap(Optional::stream)
                .toList();
        return "Of " + screened + " figures: " + (parts.isEmpty() ? "all as usual" : String.join(", ", parts)) + ".";
    }

    private static Optional<String> part(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
