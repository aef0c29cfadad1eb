package dev.assay.chart;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ratios in rows, as dots with intervals on a logarithmic axis around 1. */
final class ForestPlot {
    /** So much room beyond the last whisker. */
    private static final double PAD = 1.15;
    /** The losing side is never narrower than this share of the winning one, in doublings. */
    private static final double LEAST_SHARE = 0.25;

    private static final double LEAST_REACH = 1.1;

    private ForestPlot() {}

    /**
     * Draws one dot for each comparison.
     *
     * @param y the rows
     * @param rows the row of each comparison
     * @param resolution the smallest ratio that the session could tell from 1; its band is shaded
     */
    static Chart of(
            String id,
            String title,
            String caption,
            List<Comparison> comparisons,
            Axis y,
            List<Integer> rows,
            double resolution,
            String lowWords,
            String highWords) {
        Axis x = axis(comparisons, resolution, lowWords, highWords);
        return new Chart(
                id,
                title,
                caption,
                x,
                y,
                series(comparisons, rows),
                List.of(new ReferenceLine(1, y.low(), 1, y.high(), "")),
                new ShadedBand(1 / resolution, resolution, "too small for this run to show"),
                true,
                "");
    }

    private static Axis axis(List<Comparison> comparisons, double resolution, String lowWords, String highWords) {
        double down = Math.max(resolution, LEAST_REACH);
        double up = down;
        for (Comparison each : comparisons) {
            up = Math.max(up, high(each));
            down = Math.max(down, 1 / low(each));
        }
        double reachUp = Math.max(up, Math.pow(down, LEAST_SHARE)) * padding(up, down);
        double reachDown = Math.max(down, Math.pow(up, LEAST_SHARE)) * padding(up, down);
        double lowEnd = 1 / reachDown;
        return new Axis(
                "",
                AxisScale.LOG2,
                lowEnd,
                reachUp,
                Ticks.log(lowEnd, reachUp, NumberText::tickRatio),
                lowWords,
                highWords);
    }

    /** Less room where the whole range is narrow, or the dots would crowd in the middle. */
    private static double padding(double up, double down) {
        return Math.min(PAD, Math.sqrt(up * down));
    }

    private static List<ChartSeries> series(List<Comparison> comparisons, List<Integer> rows) {
        Map<SeriesStyle, List<DataPoint>> byInk = new LinkedHashMap<>();
        Map<SeriesStyle, String> names = new LinkedHashMap<>();
        boolean oneWord = comparisons.stream()
                        .map(each -> each.metric().better())
                        .distinct()
                        .count()
                == 1;
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison each = comparisons.get(i);
            SeriesStyle ink = ComparisonLabels.ink(each);
            names.putIfAbsent(
                    ink,
                    ink.equals(SeriesStyle.NEUTRAL)
                            ? "undecided or equal"
                            : oneWord ? ComparisonLabels.verdict(each) : ComparisonLabels.winner(each) + " better");
            byInk.computeIfAbsent(ink, unused -> new ArrayList<>()).add(point(each, rows.get(i)));
        }
        return byInk.entrySet().stream()
                .map(entry -> new ChartSeries(
                        names.getOrDefault(entry.getKey(), ""), entry.getKey(), false, entry.getValue()))
                .toList();
    }

    private static DataPoint point(Comparison each, int row) {
        Interval interval = each.estimate().at95();
        double value = each.estimate().value();
        return new DataPoint(value, row, interval, each.estimate().ratio().toString());
    }

    private static double low(Comparison each) {
        Interval interval = each.estimate().at95();
        double value = each.estimate().value();
        return interval == null ? value : Math.min(value, interval.low());
    }

    private static double high(Comparison each) {
        Interval interval = each.estimate().at95();
        double value = each.estimate().value();
        return interval == null ? value : Math.max(value, interval.high());
    }

    /** Whether a ratio can stand on a logarithmic axis. */
    static boolean drawable(Comparison each) {
        return low(each) > 0 && Double.isFinite(high(each));
    }
}
