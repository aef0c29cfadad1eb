package dev.assay.report;

import dev.assay.chart.SeriesStyle;

/** The inks of figures as variables of a style sheet, so that charts and page cannot disagree. */
final class Palette {
    private Palette() {}

    static String css() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        StringBuilder classes = new StringBuilder();
        for (SeriesStyle ink : SeriesStyle.all()) {
            light.append("--").append(ink).append(':').append(ink.light()).append(';');
            dark.append("--").append(ink).append(':').append(ink.dark()).append(';');
            classes.append(".ink-")
                    .append(ink)
                    .append("{--ink:var(--")
                    .append(ink)
                    .append(")}");
        }
        return ":root{" + light + "}@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}" + classes;
    }
}
