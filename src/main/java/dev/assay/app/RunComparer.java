package dev.assay.app;

import dev.assay.analysis.change.RunChanges;
import dev.assay.console.ChangesSheet;
import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.result.RunComparison;
import dev.assay.model.run.Recording;
import dev.assay.report.markdown.ChangesMarkdown;
import dev.assay.store.JournalReader;
import dev.assay.store.RunComparisonDocument;
import dev.assay.store.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a run with another one that is there already. */
public final class RunComparer {
    private RunComparer() {}

    /**
     * What a run's journal holds.
     *
     * @param run its folder, its id, or {@code latest}
     * @param results the folder for runs
     */
    public static Recording read(Path run, Path results) {
        return JournalReader.read(RunFolder.find(run, results).journalFile());
    }

    /**
     * Compares two runs, prints what has changed, and writes it into a folder if one is given.
     *
     * @param runs two of them, the baseline first
     * @param output where {@code compare.json} and {@code compare.md} go; null for nowhere
     */
    public static RunComparison compare(Console console, List<Path> runs, Path results, @Nullable Path output) {
        if (runs.size() != 2) {
            throw new Usage("compare needs two runs, but got only " + runs.get(0)
                    + ". Give the baseline first, such as 'compare results/20260504T101530Z-9f3a latest'.");
        }
        Recording baseline = read(runs.get(0), results);
        Recording contender = read(runs.get(1), results);
        if (baseline.header().id().equals(contender.header().id())) {
            throw new Usage(runs.get(0) + " and " + runs.get(1) + " are the same run, "
                    + baseline.header().id() + ". Give two different runs.");
        }
        RunComparison compared = RunChanges.compare(baseline, contender);
        ChangesSheet.print(console, compared);
        if (output != null) {
            RunFolder folder = RunFolder.ofPath(output);
            folder.write("compare.json", RunComparisonDocument.bytes(compared));
            folder.write("compare.md", ChangesMarkdown.page(compared).getBytes(StandardCharsets.UTF_8));
            console.result("");
            console.result("Files: " + output.resolve("compare.json") + ", " + output.resolve("compare.md"));
        }
        return compared;
    }
}
