package dev.assay.benchmarks;

import dev.assay.chart.Chart;
import dev.assay.chart.ChartFiles;
import dev.assay.chart.RunCharts;
import dev.assay.chart.SummaryImage;
import dev.assay.fixture.WholeHistory;
import dev.assay.fixture.WholeRun;
import dev.assay.history.History;
import dev.assay.model.result.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How large the report of a run of the whole catalog becomes, and how long it takes to make. Its figures are made up; what it is about is real. Leaves
 * page, poster and charts in a folder to look at. Judges nothing.
 */
public final class ReportSize {
    private static final int BLOCKS = 60;
    private static final int ROUNDS = 5;
    private static final int NIGHTS = 308;

    private ReportSize() {}

    /** Runs the benchmark; the argument is the folder. */
    public static void main(String[] args) throws IOException {
        RunResult result = WholeRun.build(BLOCKS);
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder.resolve("charts"));
        double first = time(result);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            seconds[round] = time(result);
        }
        History history = WholeHistory.before(result, NIGHTS);
        trends(result, history, folder);
        byte[] page = HtmlReport.render(result);
        Files.write(folder.resolve("report.html"), page);
        line("%d trials of %d samples: a page of %.2f MB", result.trials().size(), BLOCKS, page.length / 1e6);
        line("rendered in %.2f s the first time, in a new JVM, then in %.2f s", first, Quantiles.median(seconds));
        long begin = System.nanoTime();
        int files = 0;
        for (Chart figure : RunCharts.of(result).all()) {
            Files.write(folder.resolve("charts/" + figure.id() + ".png"), ChartFiles.png(figure));
            files++;
        }
        Files.write(folder.resolve("report.png"), SummaryImage.png(result));
        line("%d charts and the poster in %.2f s; all of it in %s", files, (System.nanoTime() - begin) / 1e9, folder);
    }

    /** The same with a history. */
    private static void trends(RunResult result, History history, Path folder) throws IOException {
        double[] seconds = new double[ROUNDS];
        double first = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            HtmlReport.render(result, history);
            seconds[round] = (System.nanoTime() - begin) / 1e9;
            first = round == 0 ? seconds[0] : first;
        }
        byte[] page = HtmlReport.render(result, history);
        Files.write(folder.resolve("trends.html"), page);
        String text = new String(page, StandardCharsets.UTF_8);
        int largest = Pattern.compile("<svg class=\"trend\".*?</svg>", Pattern.DOTALL)
                .matcher(text)
                .results()
                .mapToInt(figure -> figure.group().length())
                .max()
                .orElse(0);
        line(
                "with %d nights of history: a page of %.2f MB, the largest of its trends %.1f kB; %.2f s the first time, then %.2f s",
                history.nights().size(), page.length / 1e6, largest / 1e3, first, Quantiles.median(seconds));
    }

    private static double time(RunResult result) {
        long begin = System.nanoTime();
        HtmlReport.render(result);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
