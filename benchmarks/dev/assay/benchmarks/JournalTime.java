package dev.assay.benchmarks;

import dev.assay.model.run.Recording;
import dev.assay.stats.Quantiles;
import dev.assay.store.JournalReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long it takes to read journals of 100,000 and 1,000,000 lines: the header of the run that is kept, its samples again and again in further
 * blocks, and its end. Prints the times; judges nothing.
 */
public final class JournalTime {
    private static final int LINES = 100_000;
    private static final int MOST_LINES = 1_000_000;
    private static final int ROUNDS = 5;
    /** More than the run has. */
    private static final int BLOCKS = 1000;

    private static final Pattern BLOCK = Pattern.compile("\"block\":([0-9]+)");

    private JournalTime() {}

    /** Runs the benchmark; the arguments are the folder for the journal, and, for one size alone, the number of its lines. */
    public static void main(String[] args) throws IOException {
        Path journal = Files.createDirectories(Path.of(args[0])).resolve("journal.jsonl");
        if (args.length > 1) {
            measure(journal, Integer.parseInt(args[1]), 0);
            return;
        }
        measure(journal, LINES, ROUNDS);
        measure(journal, MOST_LINES, 1);
    }

    private static void measure(Path journal, int lines, int rounds) throws IOException {
        write(journal, lines, Files.readAllLines(Path.of("results/sample/journal.jsonl")));
        System.out.printf(
                Locale.ROOT,
                "%d lines, %.0f MB: read in %.2f s",
                lines,
                Files.size(journal) / 1e6,
                time(journal, lines));
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            seconds[round] = time(journal, lines);
        }
        System.out.println(
                rounds == 0 ? "" : String.format(Locale.ROOT, ", then in %.2f s", Quantiles.median(seconds)));
    }

    private static void write(Path journal, int number, List<String> sample) throws IOException {
        List<String> samples = sample.stream()
                .filter(line -> line.startsWith("{\"kind\":\"sample\""))
                .toList();
        try (BufferedWriter writer = Files.newBufferedWriter(journal)) {
            line(writer, sample.get(0));
            for (int i = 0; i < number - 2; i++) {
                int further = (1 + i / samples.size()) * BLOCKS;
                line(
                        writer,
                        BLOCK.matcher(samples.get(i % samples.size()))
                                .replaceFirst(block -> "\"block\":" + (further + Integer.parseInt(block.group(1)))));
            }
            line(writer, sample.get(sample.size() - 1));
        }
    }

    private static void line(BufferedWriter writer, String line) throws IOException {
        writer.write(line);
        writer.newLine();
    }

    private static double time(Path journal, int lines) {
        long begin = System.nanoTime();
        Recording recording = JournalReader.read(journal);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (recording.samples().size() < lines - 2) {
            throw new IllegalStateException("only " + recording.samples().size() + " samples were read");
        }
        return seconds;
    }
}
