package dev.assay.chart;

import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.XYStyler;

/** The look of every chart. Each font is named, for XChart asks the system for those that are not. */
final class ChartStyle {
    private ChartStyle() {}

    static void apply(XYStyler style) {
        style.setLocale(Locale.ROOT);
        fonts(style);
        blankAxes(style);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotContentSize(1);
        style.setPlotMargin(0);
        style.setChartPadding(0);
        style.setChartTitleVisible(false);
        style.setLegendVisible(false);
        style.setMarkerSize(9);
        style.setAntiAlias(true);
    }

    private static void fonts(XYStyler style) {
        style.setBaseFont(Fonts.plain(12));
        style.setChartTitleFont(Fonts.bold(17));
        style.setLegendFont(Fonts.plain(12.5));
        style.setAxisTitleFont(Fonts.plain(12));
        style.setAxisTickLabelsFont(Fonts.plain(12));
        style.setAnnotationTextFont(Fonts.plain(12));
        style.setAnnotationTextPanelFont(Fonts.plain(12));
        style.setToolTipFont(Fonts.plain(12));
        style.setCursorFont(Fonts.plain(12));
    }

    private static void blankAxes(XYStyler style) {
        style.setAxisTicksVisible(false);
        style.setAxisTitlesVisible(false);
        style.setPlotGridLinesVisible(false);
        style.setPlotTicksMarksVisible(false);
    }
}
