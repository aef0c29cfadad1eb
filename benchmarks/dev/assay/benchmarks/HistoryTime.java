package dev.assay.benchmarks;

import dev.assay.fixture.WholeHistory;
import dev.assay.fixture.WholeRun;
import dev.assay.history.History;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.result.RunResult;
import dev.assay.store.HistoryFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to read a history of 10,000 nights of the whole catalog and to review the newest of them. The nights are made up: a few of
 * them again and again, on other days. Prints the times; judges nothing.
 */
public final class HistoryTime {
    private static final int NIGHTS = 10_000;
    private static final int DIFFERENT = 20;
    private static final int BLOCKS = 4;

    private HistoryTime() {}

    /** Runs the benchmark; the argument is the folder for the history. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(folder);
        long begin = System.nanoTime();
        List<HistoryEntry> nights = HistoryFile.in(folder).read().nights();
        double read = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        History history = History.of(nights);
        int figures = history.review(history.newest().orElseThrow()).figures().size();
        double reviewed = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d nights of %d figures, %.0f MB: read in %.2f s, the newest reviewed in %.2f s%n",
                nights.size(),
                figures,
                Files.size(HistoryFile.in(folder).path()) / 1e6,
                read,
                reviewed);
    }

    private static void write(Path folder) throws IOException {
        HistoryFile file = HistoryFile.in(folder);
        Files.deleteIfExists(file.path());
        RunResult result = WholeRun.build(BLOCKS);
        History history = WholeHistory.before(result, DIFFERENT - 1);
        history.nights().forEach(file::add);
        List<String> lines = Files.readAllLines(file.path());
        try (BufferedWriter writer = Files.newBufferedWriter(file.path())) {
            for (int i = 0; i < NIGHTS; i++) {
                HistoryEntry night = history.nights().get(i % DIFFERENT);
                int cycle = i / DIFFERENT;
                writer.write(lines.get(i % DIFFERENT)
                        .replace("\"" + night.run() + "\"", "\"" + night.run() + "-" + cycle + "\"")
                        .replace(
                                "\"" + night.startedAt() + "\"",
                                "\"" + night.startedAt().plusSeconds(86_400L * cycle * DIFFERENT) + "\""));
                writer.newLine();
            }
        }
    }
}
