package dev.assay.report.svg;

import dev.assay.chart.ComparisonLabels;
import dev.assay.chart.HistoryText;
import dev.assay.chart.SeriesStyle;
import dev.assay.history.History.Entry;
import dev.assay.history.MetricChange;
import dev.assay.history.ReferenceWindow;
import dev.assay.history.RegressionAlert;
import dev.assay.model.history.HistoryEntry;
import dev.assay.text.Truncation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workload over the nights: a panel for each figure, tonight at the right. The line is the figure over the usual one, which is the middle of
 * the panel; the shaded range is what is not told from it. Days stand where they were, so nights that are missing are gaps.
 *
 * <p>Lines, intervals and dots are one path each: an element for each night would make most of the page.
 */
public final class TrendChart {
    private static final double WIDTH = 340;
    private static final double PANEL = 64;
    private static final double PLOT = 40;
    private static final double HEAD = 20;
    private static final double BELOW = 20;
    private static final double MARGIN = 6;
    /** A panel shows at least 10 % either way. */
    private static final double LEAST = Math.log(1.1);
    /** So many times the usual distance between two nights is a gap. */
    private static final double GAP = 2.5;
    /** So many nights have a dot each. */
    private static final int FEW = 45;
    /** With more panels the intervals are left to the table: a figure stays below 10 kB. */
    private static final int MOST_WITH_INTERVALS = 4;

    private final Svg svg = new Svg();
    private final Instant first;
    private final Instant last;
    private final List<Panel> panels;

    /**
     * One figure over the nights.
     *
     * @param tonight the figure tonight
     * @param nights the figure on the nights that are shown, the latest last
     * @param alerts what was thought of it, by run
     */
    public record Panel(MetricChange tonight, List<Entry> nights, Map<String, RegressionAlert> alerts) {}

    private TrendChart(List<Panel> panels, Instant first, Instant last) {
        this.panels = panels;
        this.first = first;
        this.last = last;
    }

    /**
     * The figure as SVG.
     *
     * @param first when the first night that any figure of the section shows began
     * @param last when tonight's run began
     * @param changes the nights where something beside the programs changed, with what in words
     */
    public static String draw(
            String title, List<Panel> panels, Instant first, Instant last, Map<HistoryEntry, String> changes) {
        return new TrendChart(panels, first, last).draw(title, changes);
    }

    private String draw(String title, Map<HistoryEntry, String> changes) {
        double height = PANEL * panels.size() + BELOW;
        svg.open("trend", WIDTH, height, title);
        for (int i = 0; i < panels.size(); i++) {
            panel(panels.get(i), i * PANEL);
        }
        changes.forEach((night, what) -> {
            svg.group("", HistoryText.day(night.startedAt()) + ": " + what);
            svg.path("guide", guide(Svg.number(Math.rint(x(night.startedAt())))));
            svg.endGroup();
        });
        svg.text("muted", MARGIN, height - 5, "start", HistoryText.day(first));
        svg.text("muted", WIDTH - MARGIN, height - 5, "end", HistoryText.day(last));
        return svg.close();
    }

    /** Through every plot, and through no words. */
    private String guide(String x) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < panels.size(); i++) {
            d.append('M').append(x).append(' ').append(Svg.number(i * PANEL + HEAD));
            d.append('v').append(Svg.number(PLOT));
        }
        return d.toString();
    }

    private void panel(Panel panel, double top) {
        MetricChange tonight = panel.tonight();
        ReferenceWindow baseline = tonight.baseline();
        double usual = baseline == null ? tonight.figure().log() : baseline.median();
        Band band = new Band(top + HEAD, usual, reach(panel, usual));
        if (baseline != null) {
            double high = band.y(usual + tonight.threshold());
            svg.box("band", MARGIN, high, WIDTH - 2 * MARGIN, band.y(usual - tonight.threshold()) - high);
        }
        svg.line("grid", MARGIN, band.y(usual), WIDTH - MARGIN, band.y(usual));
        SeriesStyle ink = ComparisonLabels.ink(tonight.figure().trial());
        svg.group("ink-" + ink, HistoryText.name(tonight.figure()));
        if (panels.size() <= MOST_WITH_INTERVALS) {
            svg.path("intervals", intervals(panel.nights(), band));
        }
        svg.path("joined", line(panel.nights(), band));
        svg.path("points", dots(panel.nights(), band));
        svg.endGroup();
        marks(panel, band);
        SvgDot.draw(svg.group("ink-" + ink, ""), ink, MARGIN + 5, top + HEAD - 9);
        svg.endGroup();
        svg.text("name", MARGIN + 16, top + HEAD - 5, "start", Truncation.shorten(label(tonight), 22));
        svg.text("value", WIDTH - MARGIN, top + HEAD - 5, "end", value(tonight));
    }

    private static String label(MetricChange screened) {
        return ComparisonLabels.name(screened.figure().trial())
                + (screened.figure().metric().timed() ? "" : ", memory");
    }

    private static String value(MetricChange screened) {
        return screened.baseline() == null
                ? "no baseline yet"
                : HistoryText.ratio(screened).value() + " the baseline";
    }

    /** How far the panel reaches either way of the usual. */
    private static double reach(Panel panel, double usual) {
        double farthest = panel.nights().stream()
                .mapToDouble(entry -> Math.abs(entry.figure().log() - usual))
                .max()
                .orElse(0);
        return Math.max(LEAST, Math.max(1.4 * panel.tonight().threshold(), 1.3 * farthest));
    }

    private String intervals(List<Entry> nights, Band band) {
        StringBuilder d = new StringBuilder();
        for (Entry night : nights) {
            Double low = night.figure().low();
            Double high = night.figure().high();
            if (low != null && high != null) {
                d.append('M').append(place(night));
                double top = Math.rint(band.y(high));
                d.append(' ').append(Svg.number(top)).append('v');
                d.append(Svg.number(Math.max(1, Math.rint(band.y(low)) - top)));
            }
        }
        return d.toString();
    }

    private String line(List<Entry> nights, Band band) {
        double gap = GAP * spacing(nights);
        StringBuilder d = new StringBuilder();
        @Nullable Entry before = null;
        for (Entry night : nights) {
            boolean apart = before == null || seconds(before, night) > gap;
            d.append(apart ? 'M' : 'L').append(place(night)).append(' ');
            d.append(Svg.number(band.y(night.figure().log())));
            before = night;
        }
        return d.toString();
    }

    /** Of few nights every one, of many only those that no line leads to. */
    private String dots(List<Entry> nights, Band band) {
        double gap = GAP * spacing(nights);
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < nights.size(); i++) {
            boolean left = i > 0 && seconds(nights.get(i - 1), nights.get(i)) <= gap;
            boolean right = i + 1 < nights.size() && seconds(nights.get(i), nights.get(i + 1)) <= gap;
            boolean tonight = i == nights.size() - 1;
            if (nights.size() <= FEW || tonight || (!left && !right)) {
                d.append('M').append(place(nights.get(i))).append(' ');
                d.append(Svg.number(band.y(nights.get(i).figure().log()))).append("h0");
            }
        }
        return d.toString();
    }

    /** Where a shift begins, and tonight. */
    private void marks(Panel panel, Band band) {
        for (Entry night : panel.nights()) {
            RegressionAlert alert = panel.alerts().get(night.night().run());
            boolean tonight = night.night().startedAt().equals(last);
            boolean first =
                    alert != null && alert.since().run().equals(alert.night().run());
            if (alert == null || !(first || tonight)) {
                continue;
            }
            double x = x(night.night().startedAt());
            double y = band.y(night.figure().log());
            boolean regressed = alert.status() == RegressionAlert.Status.CONFIRMED;
            svg.group(
                    regressed ? "alert" : "doubt",
                    HistoryText.day(night.night().startedAt()) + ", " + HistoryText.title(alert.status()) + ": "
                            + HistoryText.overBaseline(alert.screened()));
            svg.circle("ring", x, y, 4.5);
            svg.endGroup();
        }
    }

    /** The usual distance between two nights, in seconds. */
    private static double spacing(List<Entry> nights) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < nights.size(); i++) {
            distances.add(seconds(nights.get(i - 1), nights.get(i)));
        }
        distances.sort(null);
        return distances.isEmpty() ? 0 : distances.get(distances.size() / 2);
    }

    private static double seconds(Entry one, Entry other) {
        return Duration.between(one.night().startedAt(), other.night().startedAt())
                .toSeconds();
    }

    /** Whole points are fine enough across, and short. */
    private String place(Entry night) {
        return Svg.number(Math.rint(x(night.night().startedAt())));
    }

    private double x(Instant moment) {
        double all = Math.max(1, Duration.between(first, last).toSeconds());
        return WIDTH - 2 * MARGIN - Duration.between(moment, last).toSeconds() / all * (WIDTH - 4 * MARGIN);
    }

    /**
     * Where logarithms lie in a panel.
     *
     * @param top its upper edge
     * @param usual the logarithm in its middle
     * @param reach how far it reaches either way
     */
    private record Band(double top, double usual, double reach) {
        double y(double log) {
            double share = Math.max(-1, Math.min(1, (log - usual) / reach));
            return top + PLOT * (1 - share) / 2;
        }
    }
}
