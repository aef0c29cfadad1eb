package dev.assay.benchmarks;

import dev.assay.chart.Charts;
import dev.assay.chart.Figure;
import dev.assay.chart.Figures;
import dev.assay.chart.Poster;
import dev.assay.fixture.WholeRun;
import dev.assay.model.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How large the report of a run of the whole catalogue becomes, and how long it takes to make. Its figures are made up; what it is about is real. Leaves
 * page, poster and charts in a folder to look at. Judges nothing.
 */
public final class ReportSize {
    private static final int BLOCKS = 60;
    private static final int ROUNDS = 5;

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
        byte[] page = HtmlReport.render(result);
        Files.write(folder.resolve("report.html"), page);
        line("%d trials of %d samples: a page of %.2f MB", result.trials().size(), BLOCKS, page.length / 1e6);
        line("rendered in %.2f s the first time, in a new JVM, then in %.2f s", first, Quantiles.median(seconds));
        long begin = System.nanoTime();
        int files = 0;
        for (Figure figure : Figures.of(result).all()) {
            Files.write(folder.resolve("charts/" + figure.id() + ".png"), Charts.png(figure));
            files++;
        }
        Files.write(folder.resolve("report.png"), Poster.png(result));
        line("%d charts and the poster in %.2f s; all of it in %s", files, (System.nanoTime() - begin) / 1e9, folder);
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
