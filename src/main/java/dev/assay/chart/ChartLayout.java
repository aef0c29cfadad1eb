package dev.assay.chart;

import java.awt.Font;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a chart lies, from the upper left corner, in points. Whoever draws it places nothing himself: the page and the PNG file cannot
 * disagree.
 *
 * @param width the width of the picture
 * @param height the height of the picture
 * @param band a shaded range; null for none
 * @param lines grid and reference lines, under all that follows
 * @param series the dots, those of the legend too
 * @param texts every word, none wider than its room
 */
public record ChartLayout(
        double width,
        double height,
        @Nullable BandMark band,
        List<LineMark> lines,
        List<SeriesMark> series,
        List<TextMark> texts) {
    public ChartLayout {
        lines = List.copyOf(lines);
        series = List.copyOf(series);
        texts = List.copyOf(texts);
    }

    /** Lays a chart out. */
    public static ChartLayout of(Chart chart, ChartFormat format) {
        return new ChartComposer(chart, format).compose();
    }

    /** A shaded area; {@code x} and {@code y} are its upper left corner, {@code label} what it means. */
    public record BandMark(double x, double y, double width, double height, String label) {}

    /** A straight line. */
    public record LineMark(LineStyle style, double x1, double y1, double x2, double y2) {}

    /** Dots of a series, which says whether a line joins them. */
    public record SeriesMark(ChartSeries series, List<DotMark> dots) {
        public SeriesMark {
            dots = List.copyOf(dots);
        }
    }

    /** A dot with its whisker, if it has an interval; {@code label} is its value in words. */
    public record DotMark(double x, double y, @Nullable LineMark whisker, String label) {}

    /** A text; {@code y} is its baseline, and {@code align} what of it stands at {@code x}. */
    public record TextMark(TextStyle style, double x, double y, Align align, String text) {}

    /** What a line is. */
    public enum LineStyle {
        /** The value of a tick. */
        GRID,
        /** A line to compare with, dashed. */
        GUIDE,
        /** An interval. */
        WHISKER
    }

    /** What a text is. */
    public enum TextStyle {
        /** Of rows, axes and series. */
        NAME(13, false),
        /** Of a dot. */
        VALUE(13, false),
        /** Of a tick or a reference line. */
        MUTED(12, false),
        /** Of the rows below it. */
        HEADING(13, true),
        /** Of the whole chart. */
        TITLE(17, true),
        /** What the chart holds for. */
        NOTE(10.5, false);

        private final double size;
        private final boolean bold;

        TextStyle(double size, boolean bold) {
            this.size = size;
            this.bold = bold;
        }

        Font font() {
            return bold ? Fonts.bold(size) : Fonts.plain(size);
        }

        /** How wide a text is in DejaVu Sans, which is wider than what most pages are read in. */
        double width(String text) {
            return Fonts.width(font(), text);
        }
    }

    /** Which part of a text stands at its place. */
    public enum Align {
        /** Its beginning. */
        START(0),
        /** Its middle. */
        MIDDLE(0.5),
        /** Its end. */
        END(1);

        /** How much of the text lies left of the place. */
        final double share;

        Align(double share) {
            this.share = share;
        }
    }
}
