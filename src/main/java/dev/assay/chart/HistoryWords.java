package dev.assay.chart;

import dev.assay.history.Alert;
import dev.assay.history.Baseline;
import dev.assay.history.Event;
import dev.assay.history.Movement;
import dev.assay.history.Review;
import dev.assay.history.Screened;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.Tracked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of runs over time. */
public final class HistoryWords {
    private HistoryWords() {}

    /** A day: {@code 2026-03-01}. */
    public static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    /** What a figure is of: {@code time of Rust in numeric/nbody}. */
    public static String name(Tracked figure) {
        String threads =
                figure.trial().threads() == 1 ? "" : " with " + figure.trial().threads() + " threads";
        return (figure.metric().timed() ? "time of " : "memory of ") + Words.name(figure.trial()) + " in "
                + figure.trial().workload() + threads;
    }

    /** Tonight over the usual: {@code 1.12×}. */
    public static String times(Screened screened) {
        return Numbers.ratio(screened.ratio());
    }

    /** The 95 % interval of tonight over the usual: {@code 1.10 to 1.14}; a dash where there is none. */
    public static String interval(Screened screened) {
        Baseline baseline = screened.baseline();
        Double low = screened.figure().low();
        Double high = screened.figure().high();
        return baseline == null || low == null || high == null
                ? "–"
                : Numbers.ratios(new Interval(Math.exp(low - baseline.median()), Math.exp(high - baseline.median())));
    }

    /** Both: {@code 1.12× the usual (1.10 to 1.14)}. */
    public static String ratio(Screened screened) {
        return times(screened) + " the usual (" + interval(screened) + ")";
    }

    /** What came of a figure's screening, in a word or two. */
    public static String word(Screened screened) {
        Metric metric = screened.figure().metric();
        return switch (screened.movement()) {
            case WORSE -> metric.worse();
            case BETTER -> metric.better();
            case NONE -> "as usual";
            case UNKNOWN -> "not told";
        };
    }

    /** A figure that moved, in a sentence. */
    public static String moved(Screened screened) {
        Baseline baseline = Objects.requireNonNull(screened.baseline(), "what moved has moved from somewhere");
        return capital(name(screened.figure())) + ": " + ratio(screened) + " of " + nights(baseline) + ".";
    }

    /** An alert in a sentence or two. */
    public static String alert(Alert alert) {
        String since = alert.since().run().equals(alert.night().run())
                ? ""
                : " It began with " + alert.since().run() + ".";
        return moved(alert.screened()) + since + " " + status(alert);
    }

    private static String status(Alert alert) {
        return switch (alert.status()) {
            case SUSPECTED -> "No fresh run has looked at it again yet.";
            case CONFIRMED -> "Confirmed by " + alert.decidedBy() + ": a regression.";
            case CLEARED -> "Cleared: " + alert.decidedBy() + " did not see it.";
            case ENVIRONMENT -> "It moved together with too many others to be its own doing.";
            case UNCHANGED -> "The program is the same as usual, so this is an event of the machine.";
            case VERSIONS -> "It began where " + String.join(", and ", alert.causes()) + ".";
        };
    }

    /** What is thought of an alert, in a word or two. */
    public static String title(Alert.Status status) {
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
    public static String event(Event event) {
        Metric metric = event.timed() ? Metric.WALL : Metric.PEAK;
        String way = event.direction() == Movement.WORSE ? metric.worse() : metric.better();
        return event.moved() + " of " + event.workloads() + " workloads got " + way
                + " at once: an event of the environment, and no regression of programs.";
    }

    /** What most of a night's figures are held against. */
    public static String baseline(Review review) {
        List<Baseline> known = review.figures().stream()
                .flatMap(screened -> Stream.ofNullable(screened.baseline()))
                .toList();
        if (known.isEmpty()) {
            return "nothing yet: it takes " + Baseline.FEWEST + " nights before one to say what is usual";
        }
        int most = known.stream().mapToInt(Baseline::nights).max().orElseThrow();
        boolean low = known.stream().anyMatch(Baseline::lowConfidence);
        boolean pooled = known.stream().anyMatch(Baseline::pooled);
        return "the median of the " + most + " nights before it"
                + (pooled ? ", pooled with those of other machines" : "")
                + (low ? "; low confidence, for fewer than " + Baseline.FEWEST_MATCHING + " are of this machine" : "");
    }

    private static String nights(Baseline baseline) {
        return baseline.nights() + " nights" + (baseline.pooled() ? " of several machines" : "")
                + (baseline.lowConfidence() ? ", with low confidence" : "");
    }

    /** Everything in a sentence or two. */
    public static String outcome(Review review) {
        long screened = review.figures().stream()
                .filter(each -> each.movement() != Movement.UNKNOWN)
                .count();
        if (screened == 0) {
            return "Nothing is told yet: too few nights before this one, no intervals, or a smoke run.";
        }
        List<String> parts = Stream.of(
                        part(review.regressions().size(), "regressed"),
                        part(review.suspicions().size(), "suspected until a fresh run looks again (--confirm=latest)"),
                        part(review.alerts(Alert.Status.CLEARED).size(), "suspected and cleared"),
                        part(review.alerts(Alert.Status.UNCHANGED).size(), "worse though the program is the same"),
                        part(review.alerts(Alert.Status.VERSIONS).size(), "worse with a new version"),
                        part(review.alerts(Alert.Status.ENVIRONMENT).size(), "worse with the environment"),
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
