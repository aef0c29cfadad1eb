package dev.assay.chart;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.NumberText;
import dev.assay.text.Truncation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Speed-up over the number of threads, for every workload whose programs take one. */
final class SpeedUpCharts {
    /** A chart for each workload that takes a number of threads. */
    static final ChartSection SCALING =
            new ChartSection("scaling", "Scaling", (result, part) -> SpeedUpCharts.draw(result));

    private static final String CAPTION =
            "The same total work divided among more threads. On the line marked ideal, T threads are T times as fast as"
                    + " one; on a flat line threads gain nothing. Dots for the same number of threads are drawn slightly apart to"
                    + " keep their intervals visible.";
    private static final double PAD = 1.12;
    /** Intervals of the same number of threads would hide each other: they stand this share of the axis apart. */
    private static final double APART = 0.014;

    private SpeedUpCharts() {}

    private static List<Chart> draw(RunResult result) {
        Map<String, List<Comparison>> byWorkload = new LinkedHashMap<>();
        for (Comparison each : ComparisonFilter.speedUps(result)) {
            if (ForestPlot.drawable(each)) {
                byWorkload
                        .computeIfAbsent(each.workload(), unused -> new ArrayList<>())
                        .add(each);
            }
        }
        return byWorkload.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Chart figure(String workload, List<Comparison> comparisons) {
        Axis x = threads(comparisons);
        double most = comparisons.stream()
                .mapToInt(each -> each.contender().threads())
                .max()
                .orElse(2);
        Axis y = speedUp(comparisons, most);
        List<ChartSeries> series = series(comparisons, x);
        return new Chart(
                "speedup-" + workload.replace('/', '-'),
                "Speed-up over threads: " + Truncation.shorten(workload, 60),
                CAPTION
                        + (series.stream().anyMatch(ChartSeries::hollow)
                                ? " Rings and dashed lines are variants."
                                : ""),
                x,
                y,
                series,
                List.of(new ReferenceLine(1, 1, most, most, "ideal")),
                null,
                false,
                "");
    }

    private static Axis threads(List<Comparison> comparisons) {
        TreeSet<Integer> counts = new TreeSet<>(List.of(1));
        comparisons.forEach(each -> counts.add(each.contender().threads()));
        List<Tick> ticks = counts.stream()
                .map(count -> new Tick(count, String.valueOf(count)))
                .toList();
        return Axis.of("threads", AxisScale.LOG2, 1 / PAD, counts.last() * PAD, ticks);
    }

    private static Axis speedUp(List<Comparison> comparisons, double most) {
        double low = 1;
        double high = most;
        for (Comparison each : comparisons) {
            Interval interval = each.estimate().at95();
            double value = each.estimate().value();
            low = Math.min(low, interval == null ? value : Math.min(value, interval.low()));
            high = Math.max(high, interval == null ? value : Math.max(value, interval.high()));
        }
        double bottom = low / PAD;
        double top = high * PAD;
        return Axis.of("speed-up", AxisScale.LOG2, bottom, top, Ticks.doublings(bottom, top, NumberText::tickRatio));
    }

    private static List<ChartSeries> series(List<Comparison> comparisons, Axis x) {
        Map<String, List<Comparison>> byName = new LinkedHashMap<>();
        for (Comparison each : comparisons) {
            byName.computeIfAbsent(ComparisonLabels.name(each.contender()), unused -> new ArrayList<>())
                    .add(each);
        }
        double step = step(x, byName.size());
        List<ChartSeries> series = new ArrayList<>();
        for (Map.Entry<String, List<Comparison>> entry : byName.entrySet()) {
            double shift = Math.pow(2, step * (series.size() - (byName.size() - 1) / 2.0));
            TrialId trial = entry.getValue().get(0).contender();
            series.add(new ChartSeries(
                    entry.getKey(),
                    ComparisonLabels.ink(trial),
                    true,
                    !trial.primary(),
                    points(entry.getKey(), entry.getValue(), shift)));
        }
        return series;
    }

    /** How far apart two series stand, in doublings: the same part of every axis, but never beyond its ends. */
    private static double step(Axis x, int series) {
        double span = AxisScale.LOG2.place(x.high()) - AxisScale.LOG2.place(x.low());
        return Math.min(APART * span, AxisScale.LOG2.place(PAD) / series);
    }

    private static List<DataPoint> points(String name, List<Comparison> comparisons, double shift) {
        List<DataPoint> points = new ArrayList<>();
        points.add(new DataPoint(1, 1, null, name + ", 1 thread: 1× by definition"));
        comparisons.stream()
                .sorted(Comparator.comparingInt(each -> each.contender().threads()))
                .forEach(each -> points.add(point(name, each, shift)));
        return points;
    }

    private static DataPoint point(String name, Comparison each, double shift) {
        Interval interval = each.estimate().at95();
        int threads = each.contender().threads();
        double value = each.estimate().value();
        String label = name + ", " + threads + " threads: " + each.estimate().ratio();
        return new DataPoint(threads * shift, value, interval, label);
    }
}
