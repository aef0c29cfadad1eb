package dev.assay.report;

import dev.assay.model.RunResult;
import java.nio.charset.StandardCharsets;

/** The report of a run as one HTML file that needs neither network nor script. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The file, in UTF-8. The charts it links to lie beside it under {@code charts/<figure>.png}. */
    public static byte[] render(RunResult result) {
        return PageViewRenderer.of().execute(PageView.of(result)).getBytes(StandardCharsets.UTF_8);
    }
}
