package dev.assay.report;

import dev.assay.chart.RunCharts;
import dev.assay.history.History;
import dev.assay.model.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report of a run as one HTML file that needs neither network nor script. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The file of a run without a history. */
    public static byte[] render(RunResult result) {
        return render(result, History.of(List.of()));
    }

    /**
     * The file, in UTF-8. The charts it links to lie beside it under {@code charts/<figure>.png}.
     *
     * @param history the runs of its folder, itself among them; those after it are not looked at
     */
    public static byte[] render(RunResult result, History history) {
        return render(result, history, RunCharts.of(result));
    }

    /** The same where the run's charts are made already. */
    public static byte[] render(RunResult result, History history, RunCharts charts) {
        return PageViewRenderer.of()
                .execute(PageView.of(result, history, charts))
                .getBytes(StandardCharsets.UTF_8);
    }
}
