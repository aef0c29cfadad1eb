package dev.assay.report;

import dev.assay.chart.HistoryText;
import dev.assay.history.Direction;
import dev.assay.history.History;
import dev.assay.history.History.Entry;
import dev.assay.history.MetricChange;
import dev.assay.history.ReferenceWindow;
import dev.assay.history.RegressionAlert;
import dev.assay.history.RegressionReport;
import dev.assay.history.VersionChange;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.model.run.TrialId;
import dev.assay.report.svg.TrendChart;
import dev.assay.text.NumberText;
import dev.assay.text.RatioText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the nights of one kind, and says what changed over them. */
final class TrendsDrawing {
    private static final int MOST_SENTENCES = 40;
    /** What else is worse than usual is said and in the table. */
    private static final int MOST_PANELS = 6;

    private final History history;
    private final List<HistoryEntry> nights;
    private final HistoryEntry tonight;
    private final RegressionReport review;
    /** What is thought of the night: of a run that looked again at one, of that one. */
    private final RegressionReport judged;

    private final Map<String, Map<HistoryPoint.Key, RegressionAlert>> alerts = new HashMap<>();
    private final Map<HistoryEntry, List<VersionChange>> versions = new LinkedHashMap<>();

    TrendsDrawing(History history, List<HistoryEntry> nights) {
        this.history = history;
        this.nights = nights;
        this.tonight = nights.get(nights.size() - 1);
        this.review = history.review(tonight);
        this.judged = history.review(history.subject(tonight));
        for (HistoryEntry night : nights) {
            Map<HistoryPoint.Key, RegressionAlert> of = new LinkedHashMap<>();
            history.review(night)
                    .alerts()
                    .forEach(alert -> of.put(alert.screened().figure().key(), alert));
            alerts.put(night.run(), of);
        }
        for (int i = 1; i < nights.size(); i++) {
            List<VersionChange> changes = VersionChange.between(nights.get(i - 1), nights.get(i));
            if (!changes.isEmpty()) {
                versions.put(nights.get(i), changes);
            }
        }
    }

    TrendsView view() {
        Map<String, List<MetricChange>> suites = review.figures().stream()
                .collect(Collectors.groupingBy(
                        screened -> screened.figure().trial().suite(), LinkedHashMap::new, Collectors.toList()));
        return new TrendsView(
                true,
                intro(),
                HistoryText.outcome(judged),
                sentences(),
                suites.entrySet().stream()
                        .map(entry -> suite(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private String intro() {
        long others = history.nights().stream()
                .filter(night -> night.confirms() == null && !night.machine().equals(tonight.machine()))
                .count();
        return "This run and the " + (nights.size() - 1) + (nights.size() == 2 ? " run" : " runs")
                + " before it on this kind of machine since "
                + HistoryText.day(nights.get(0).startedAt())
                + (others == 0 ? "" : "; " + others + " from other machines are not shown")
                + ". Times are divided by that of the reference in the same run"
                + (tonight.reference() == null ? "" : ", " + tonight.reference())
                + ", so that a faster machine does not look like faster programs. Each is shown relative to the baseline, "
                + HistoryText.baseline(review)
                + ". Values in the shaded range do not differ clearly from it. A ring marks a figure that is worse than usual, a"
                + " dashed line a night with another kernel, toolchain or reference.";
    }

    /** Tonight's first; of a shift that goes on, only its last night. */
    private List<String> sentences() {
        Stream<String> events = judged.events().stream().map(HistoryText::event);
        Stream<String> own = judged.alerts().stream()
                .filter(alert -> alert.status() != RegressionAlert.Status.ENVIRONMENT)
                .map(HistoryText::alert);
        Stream<String> better = judged.better().stream().map(HistoryText::moved);
        List<String> all = new ArrayList<>(
                Stream.of(events, own, better).flatMap(each -> each).toList());
        all.addAll(former());
        List<Map.Entry<HistoryEntry, List<VersionChange>>> changed = new ArrayList<>(versions.entrySet());
        for (int i = changed.size() - 1; i >= 0; i--) {
            all.add(HistoryText.day(changed.get(i).getKey().startedAt()) + ": "
                    + words(changed.get(i).getValue()) + ".");
        }
        return all.size() <= MOST_SENTENCES
                ? all
                : Stream.concat(
                                all.stream().limit(MOST_SENTENCES),
                                Stream.of("And " + (all.size() - MOST_SENTENCES) + " more."))
                        .toList();
    }

    /** What was thought of former nights and is over. */
    private List<String> former() {
        Map<List<Object>, RegressionAlert> last = new LinkedHashMap<>();
        for (HistoryEntry night : nights) {
            if (!night.run().equals(judged.night().run())) {
                alerts.getOrDefault(night.run(), Map.of()).forEach((key, alert) -> {
                    if (alert.status() != RegressionAlert.Status.ENVIRONMENT) {
                        last.put(List.of(key, alert.since().run()), alert);
                    }
                });
            }
        }
        judged.alerts()
                .forEach(alert -> last.remove(List.<Object>of(
                        alert.screened().figure().key(), alert.since().run())));
        return last.values().stream()
                .sorted(Comparator.comparing(
                                (RegressionAlert alert) -> alert.night().startedAt())
                        .reversed())
                .map(alert -> HistoryText.day(alert.night().startedAt()) + ": " + HistoryText.alert(alert))
                .toList();
    }

    private static String words(List<VersionChange> changes) {
        return changes.stream().map(VersionChange::sentence).collect(Collectors.joining("; "));
    }

    private TrendsView.SuiteTrends suite(String suite, List<MetricChange> figures) {
        Map<String, List<MetricChange>> workloads = figures.stream()
                .collect(Collectors.groupingBy(
                        screened -> screened.figure().trial().workload(), LinkedHashMap::new, Collectors.toList()));
        List<Fact> drawn = workloads.entrySet().stream()
                .map(entry -> new Fact(entry.getKey(), figure(entry.getKey(), entry.getValue())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
        return new TrendsView.SuiteTrends(
                suite, drawn, figures.stream().map(this::row).toList());
    }

    /** The primary programs' times, and whatever else is worse than usual. */
    private String figure(String workload, List<MetricChange> figures) {
        List<TrendChart.Panel> panels = figures.stream()
                .filter(each -> isDrawn(each.figure()) || each.movement() == Direction.WORSE)
                .limit(MOST_PANELS)
                .map(this::panel)
                .toList();
        Map<HistoryEntry, String> changes = new LinkedHashMap<>();
        versions.forEach((night, what) -> changes.put(night, words(what)));
        return panels.isEmpty()
                ? ""
                : TrendChart.draw(
                        workload + " over " + nights.size() + " nights",
                        panels,
                        nights.get(0).startedAt(),
                        tonight.startedAt(),
                        changes);
    }

    private static boolean isDrawn(HistoryPoint figure) {
        TrialId trial = figure.trial();
        return figure.metric().timed() && trial.primary() && trial.threads() == 1;
    }

    private TrendChart.Panel panel(MetricChange screened) {
        HistoryPoint.Key key = screened.figure().key();
        Map<String, RegressionAlert> ofIt = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (HistoryEntry night : nights) {
            night.figure(key).ifPresent(figure -> entries.add(new Entry(night, figure)));
            RegressionAlert alert = alerts.getOrDefault(night.run(), Map.of()).get(key);
            if (alert != null) {
                ofIt.put(night.run(), alert);
            }
        }
        return new TrendChart.Panel(screened, entries, ofIt);
    }

    private TrendsView.Row row(MetricChange screened) {
        HistoryPoint figure = screened.figure();
        ReferenceWindow baseline = screened.baseline();
        RegressionAlert alert =
                alerts.getOrDefault(judged.night().run(), Map.of()).get(figure.key());
        RatioText ratio = HistoryText.ratio(screened);
        return new TrendsView.Row(
                figure.trial() + ", " + figure.metric().title(),
                baseline == null ? "–" : NumberText.count(baseline.nights()),
                ratio.value(),
                ratio.interval().isEmpty() ? "–" : ratio.interval(),
                alert == null ? HistoryText.word(screened) : HistoryText.title(alert.status()));
    }
}
