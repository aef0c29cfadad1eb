package dev.assay.export;

import dev.assay.model.Sha256;
import dev.assay.model.result.Comparison;
import dev.assay.model.run.TrialId;
import dev.assay.text.PrintableText;
import java.nio.charset.StandardCharsets;

/**
 * The names of what was measured: one line each, different for different things, the same in every format and from run to run, since
 * consumers find the past of a series by its name.
 */
final class BenchmarkNames {
    /** Bencher refuses a whole file for one name of more than 1024 bytes, in the formats of hyperfine and JMH too. */
    private static final int MOST_BYTES = 1000;

    private static final int HASH_DIGITS = 8;

    private BenchmarkNames() {}

    static String format(TrialId trial) {
        return identifying(trial.toString());
    }

    /** The contender's cost over the baseline's: {@code numeric/nbody work time rust:std@75000x1 / python:std@75000x1}. */
    static String format(Comparison comparison) {
        return identifying(comparison.workload() + " " + comparison.metric().title() + " "
                + side(comparison.contender()) + " / " + side(comparison.baseline()));
    }

    private static String side(TrialId trial) {
        return trial.label() + "@" + trial.size() + "x" + trial.threads();
    }

    /** As it is, if it is short and plain; else made so, with some of the hash of what it was, so that no two become one. */
    static String identifying(String text) {
        String line = line(text);
        if (line.equals(text) && bytes(line) <= MOST_BYTES) {
            return text;
        }
        String hash = Sha256.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
        return shortened(line) + " #" + hash;
    }

    private static String shortened(String line) {
        int end = line.length();
        while (bytes(line.substring(0, end)) > MOST_BYTES) {
            // never between the halves of a character
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Any text in one line that shows all its characters. */
    static String line(String text) {
        return PrintableText.show(text.replaceAll("\\s+", " ").strip());
    }
}
