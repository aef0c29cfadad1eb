package dev.assay.benchmarks;

import dev.assay.model.run.Recording;
import dev.assay.stats.Quantiles;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long it takes to read a journal of {@link #LINES} lines: the header of the run that is kept, its samples again and again in further blocks, and
 * its end. Prints the time; judges nothing.
 */
public final class JournalTime {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 5;
    /** More than the run has. */
    private static final int BLOCKS = 1000;

    private static final Pattern BLOCK = Pattern.compile("\"block\":([0-9]+)");

    private JournalTime() {}

    /** Runs the benchmark; the argument is the folder for the journal. */
    public static void main(String[] args) throws IOException {
        Path journal = Files.createDirectories(Path.of(args[0])).resolve("journal.jsonl");
        Files.write(journal, lines(Files.readAllLines(Path.of("results/sample/journal.jsonl"))));
        double first = time(journal);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            seconds[round] = time(journal);
        }
        System.out.printf(
                Locale.ROOT,
                "%d lines, %.0f MB: read in %.2f s the first time, in a new JVM, then in %.2f s%n",
                LINES,
                Files.size(journal) / 1e6,
                first,
                Quantiles.median(seconds));
    }

    private static List<String> lines(List<String> sample) {
        List<String> samples = sample.stream()
                .filter(line -> line.startsWith("{\"kind\":\"sample\""))
                .toList();
        List<String> lines = new ArrayList<>(List.of(sample.get(0)));
        for (int round = 1; lines.size() < LINES - 1; round++) {
            for (int i = 0; i < samples.size() && lines.size() < LINES - 1; i++) {
                int further = round * BLOCKS;
                lines.add(BLOCK.matcher(samples.get(i))
                        .replaceFirst(block -> "\"block\":" + (further + Integer.parseInt(block.group(1)))));
            }
        }
        lines.add(sample.get(sample.size() - 1));
        return lines;
    }

    private static double time(Path journal) {
        long begin = System.nanoTime();
        Recording recording = JournalReader.read(journal);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (recording.samples().size() < LINES - 2) {
            throw new IllegalStateException("only " + recording.samples().size() + " samples were read");
        }
        return seconds;
    }
}
