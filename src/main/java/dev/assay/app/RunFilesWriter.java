package dev.assay.app;

import dev.assay.chart.Chart;
import dev.assay.chart.ChartFiles;
import dev.assay.chart.RunCharts;
import dev.assay.chart.SummaryImage;
import dev.assay.console.ChangesSheet;
import dev.assay.console.Console;
import dev.assay.console.RunSummaryPrinter;
import dev.assay.export.Format;
import dev.assay.history.History;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import dev.assay.store.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes everything that follows from a run's journal into the run's folder, and says what came out and where it is. */
public final class RunFilesWriter {
    private static final String REPORT = "report.html";

    private RunFilesWriter() {}

    /**
     * Writes the result, the charts, the summary, the report and the formats of others, and the page over all runs; prints the outcome.
     *
     * @param results the folder for runs
     * @param history the runs of the folder, this one among them
     * @param against what has changed since another run; null where none was named
     */
    public static void publish(
            Console console,
            RunFolder folder,
            Path results,
            RunResult result,
            History history,
            @Nullable RunComparison against) {
        write(folder, result, history, against);
        RunsPage.refresh(console, folder.path(), results);
        RunSummaryPrinter.print(console, result);
        if (against != null) {
            ChangesSheet.print(console, against);
        }
        console.result("");
        console.result("Report: " + report(folder.path()));
    }

    /** Writes the files alone. */
    static void write(RunFolder folder, RunResult result, History history, @Nullable RunComparison against) {
        folder.tidy();
        folder.write(result);
        rendered(result, history, against).forEach(folder::write);
        Exports.write(folder, result, EnumSet.allOf(Format.class));
    }

    /** The summary, the report and the images by their names, rendered on every core: until they are there, nobody measures. */
    private static Map<String, byte[]> rendered(RunResult result, History history, @Nullable RunComparison against) {
        RunCharts charts = RunCharts.of(result);
        Map<String, Supplier<byte[]>> renderers = new LinkedHashMap<>();
        renderers.put(REPORT, () -> HtmlReport.render(result, history, charts));
        for (Chart figure : charts.all()) {
            renderers.put("charts/" + figure.id() + ".png", () -> ChartFiles.png(figure));
        }
        renderers.put("report.png", () -> SummaryImage.png(result));
        renderers.put("summary.md", () -> summary(result, against).getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> files = new ConcurrentSkipListMap<>();
        renderers.entrySet().parallelStream()
                .forEach(file -> files.put(file.getKey(), file.getValue().get()));
        return files;
    }

    private static String summary(RunResult result, @Nullable RunComparison against) {
        return against == null ? MarkdownSummary.render(result) : MarkdownSummary.render(result, against);
    }

    /** Where the report of a run is. */
    public static Path report(Path run) {
        return run.resolve(REPORT);
    }
}
