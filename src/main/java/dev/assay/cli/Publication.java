package dev.assay.cli;

import dev.assay.chart.Charts;
import dev.assay.chart.Figure;
import dev.assay.chart.Figures;
import dev.assay.model.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.report.MarkdownSummary;
import dev.assay.store.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes everything that follows from a run's journal into the run's folder. */
final class Publication {
    private Publication() {}

    /** Writes the result, the charts, the summary and the report, and gives the report's path. */
    static Path publish(RunFolder folder, RunResult result) {
        folder.write(result);
        folder.write("summary.md", MarkdownSummary.render(result).getBytes(StandardCharsets.UTF_8));
        folder.write("report.html", HtmlReport.render(result));
        for (Figure figure : Figures.of(result).all()) {
            folder.write("charts/" + figure.id() + ".png", Charts.png(figure));
        }
        return folder.path().resolve("report.html");
    }
}
