package dev.assay.report;

import dev.assay.model.result.RunDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page over all runs of a folder; like a report it needs neither network nor script. */
public final class IndexPage {
    /** Stands in every such page, and in no other. */
    public static final String MARK = "<meta name=\"generator\" content=\"Assay, the runs of a folder\"/>";

    private IndexPage() {}

    /** The file, in UTF-8. It links to {@code <folder>/report.html} beside it. */
    public static byte[] render(List<RunDigest> runs) {
        return IndexViewRenderer.of().execute(IndexView.of(runs)).getBytes(StandardCharsets.UTF_8);
    }
}
