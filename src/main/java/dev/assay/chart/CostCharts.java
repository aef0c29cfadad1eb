package dev.assay.chart;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What workloads cost: a row for each, a dot for each runtime, from 0 or, for memory beyond a factor of ten, on a logarithmic axis. */
final class CostCharts {
    /** Peak memory of every workload. */
    static final ChartSection MEMORY = new ChartSection(
            "memory",
            "Memory",
            result ->
                    "The most memory that a program used at once: the resident peak of its largest process, or of all its"
                            + " processes together if it has several. " + PeakMemoryText.describe(result),
            "",
            CostCharts::memory);

    /** Wall time of the workloads of the start-up suite. */
    static final ChartSection STARTUP =
            new ChartSection("startup", "Start-up", (result, part) -> CostCharts.startup(result));

    private static final double MIB = 1024.0 * 1024;
    private static final double MS = 1e6;
    private static final double LOG_BEYOND = 10;
    private static final double PAD = 1.06;
    /** A floor farther below all else than this would only press the rest together. */
    private static final double FAR = 8;

    /** Rows are 1 apart: dots of the same row stand this far from each other. */
    private static final double STEP = 0.22;
    /** Where many rows stand close, they would seem to belong to the next one. */
    private static final double CLOSE_STEP = 0.17;
    /** All dots of a row stand within this, however many they are. */
    private static final double WIDEST = 0.88;

    private CostCharts() {}

    private static List<Chart> memory(RunResult result, SuiteSlice part) {
        return draw(
                result,
                new Kind(
                        part,
                        part.id("memory"),
                        part.title("Peak memory"),
                        "Dots are typical peaks of resident memory. Lines are the range of the samples, or the 95 % interval if there are six"
                                + " or more. For programs of several processes, all are counted together.",
                        Metric.PEAK,
                        MIB,
                        "MiB",
                        true),
                id -> part.has(id.workload()));
    }

    private static List<Chart> startup(RunResult result) {
        return draw(
                result,
                new Kind(
                        SuiteSlice.ALL,
                        "startup",
                        "Start-up",
                        "Wall time of whole processes, from start to end.",
                        Metric.WALL,
                        MS,
                        "ms",
                        false),
                id -> id.suite().equals("startup"));
    }

    private record Kind(
            SuiteSlice part,
            String id,
            String title,
            String caption,
            Metric metric,
            double unit,
            String unitName,
            boolean maybeLog) {}

    private record Cost(
            TrialId trial, double value, @Nullable Interval interval, String label) {
        double low() {
            return interval == null ? value : Math.min(value, interval.low());
        }

        double high() {
            return interval == null ? value : Math.max(value, interval.high());
        }
    }

    private static List<Chart> draw(RunResult result, Kind kind, Predicate<TrialId> wanted) {
        List<Cost> costs = new ArrayList<>();
        for (TrialResult trial : result.trials()) {
            TrialId id = trial.trial().id();
            Metric metric = kind.metric() == Metric.PEAK ? trial.memoryMetric() : kind.metric();
            Estimate estimate = trial.typical().get(metric);
            boolean shown = id.threads() == 1 && (id.runtime() == Runtime.COMMAND || id.primary()) && wanted.test(id);
            if (shown && estimate != null && estimate.value() > 0) {
                costs.add(cost(id, estimate, kind));
            }
        }
        return costs.isEmpty() ? List.of() : List.of(figure(result, kind, costs));
    }

    private static Cost cost(TrialId id, Estimate estimate, Kind kind) {
        Interval interval = estimate.at95();
        Interval scaled = interval == null || interval.low() <= 0
                ? null
                : new Interval(interval.low() / kind.unit(), interval.high() / kind.unit());
        String label = ComparisonLabels.name(id) + ": "
                + NumberText.value(kind.metric().unit(), estimate.value())
                + (interval == null
                        ? ""
                        : " " + NumberText.interval(kind.metric().unit(), interval.low(), interval.high())
                                + what(estimate));
        return new Cost(id, estimate.value() / kind.unit(), scaled, label);
    }

    private static String what(Estimate estimate) {
        String kind = ComparisonLabels.kind(estimate);
        return kind.isEmpty() ? "" : " (" + kind + ")";
    }

    private static Chart figure(RunResult result, Kind kind, List<Cost> costs) {
        Estimate floor = result.noise().floor().typical().get(kind.metric());
        double floorValue = floor == null ? 0 : floor.value() / kind.unit();
        Axis x = axis(kind, costs, floorValue);
        Map<String, String> names = new LinkedHashMap<>();
        costs.forEach(cost -> names.put(
                cost.trial().workload(), WorkloadRows.name(cost.trial().workload())));
        WorkloadRows rows = WorkloadRows.of(names, kind.part());
        Axis y = rows.axis();
        List<ReferenceLine> guides = floorValue > 0 && x.covers(floorValue)
                ? List.of(new ReferenceLine(floorValue, y.low(), floorValue, y.high(), "no-op floor"))
                : List.of();
        return new Chart(
                kind.id(),
                kind.title(),
                kind.caption()
                        + (guides.isEmpty() ? "" : " The dashed line is a program that does nothing.")
                        + (x.scale() == AxisScale.LOG2 ? " Logarithmic axis." : " Axis from 0."),
                x,
                y,
                series(costs, rows),
                guides,
                null,
                false,
                "");
    }

    private static Axis axis(Kind kind, List<Cost> costs, double floor) {
        double least = costs.stream().mapToDouble(Cost::low).min().orElse(1);
        double most = costs.stream().mapToDouble(Cost::high).max().orElse(1);
        if (!kind.maybeLog() || most / least <= LOG_BEYOND) {
            double high = Math.max(most, floor) * PAD;
            return Axis.of(kind.unitName(), AxisScale.LINEAR, 0, high, Ticks.linear(0, high, NumberText::tick));
        }
        double high = most * PAD * PAD;
        double low = (floor * FAR > least ? Math.min(floor, least) : least) / (PAD * PAD);
        return Axis.of(kind.unitName(), AxisScale.LOG2, low, high, Ticks.log(low, high, NumberText::tick));
    }

    private static List<ChartSeries> series(List<Cost> costs, WorkloadRows rows) {
        Map<String, List<Cost>> byName = new LinkedHashMap<>();
        for (Cost cost : costs) {
            byName.computeIfAbsent(ComparisonLabels.name(cost.trial()), unused -> new ArrayList<>())
                    .add(cost);
        }
        List<ChartSeries> series = new ArrayList<>();
        int gaps = byName.size() - 1;
        double step = Math.min(rows.axis().tall() ? CLOSE_STEP : STEP, WIDEST / Math.max(1, gaps));
        double offset = -step * gaps / 2;
        for (Map.Entry<String, List<Cost>> entry : byName.entrySet()) {
            double shift = offset + step * series.size();
            List<DataPoint> points = entry.getValue().stream()
                    .map(cost -> new DataPoint(
                            cost.value(), rows.row(cost.trial().workload()) + shift, cost.interval(), cost.label()))
                    .toList();
            SeriesStyle ink = ComparisonLabels.ink(entry.getValue().get(0).trial());
            series.add(new ChartSeries(entry.getKey(), ink, false, points));
        }
        return series;
    }
}
