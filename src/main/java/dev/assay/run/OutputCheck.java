package dev.assay.run;

import dev.assay.model.CommandPair;
import dev.assay.model.ExpectedOutput;
import dev.assay.model.Sha256;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether programs print what they should: the expected result where there is one, else, when outputs are to agree, what the workload's
 * first process printed.
 */
final class OutputCheck {
    private static final int SHOWN = 60;

    /** What a workload's first process printed, byte for byte as a string of Latin-1. */
    private record Reference(TrialId trial, String output) {}

    private final boolean agreeing;
    private final Map<String, Reference> references = new HashMap<>();

    OutputCheck(boolean agreeing) {
        this.agreeing = agreeing;
    }

    /** Whether this trial's output is checked at all. */
    boolean applies(Trial trial) {
        return trial.expected() != null || agreeing;
    }

    /** What is wrong with the output of a process that ended well; null when nothing is. */
    @Nullable
    String problem(Trial trial, byte[] output) {
        ExpectedOutput expected = trial.expected();
        if (expected != null) {
            return expected.matches(output) ? null : "printed something else: " + difference(expected, output);
        }
        if (!agreeing) {
            return null;
        }
        Reference reference = references.computeIfAbsent(
                trial.id().workload(),
                key -> new Reference(trial.id(), new String(output, StandardCharsets.ISO_8859_1)));
        return reference.output.equals(new String(output, StandardCharsets.ISO_8859_1))
                ? null
                : "printed something else than " + CommandPair.name(reference.trial) + " did first: "
                        + firstDifference(
                                new String(
                                        reference.output.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                                output)
                        + " (if that is as it should be, use --ignore-output)";
    }

    private static String difference(ExpectedOutput expected, byte[] output) {
        return expected.value().startsWith("sha256:")
                ? output.length + " bytes with SHA-256 " + Sha256.of(output) + " instead of "
                        + expected.value().substring("sha256:".length())
                : firstDifference(expected.value(), output);
    }

    private static String firstDifference(String wanted, byte[] output) {
        List<String> want = wanted.lines().toList();
        List<String> got = new String(output, StandardCharsets.UTF_8).lines().toList();
        for (int line = 0; line < Math.max(want.size(), got.size()); line++) {
            String wantedLine = line < want.size() ? want.get(line) : null;
            String gotLine = line < got.size() ? got.get(line) : null;
            if (wantedLine == null || !wantedLine.equals(gotLine)) {
                return "line " + (line + 1) + " is " + shown(gotLine) + " and should be " + shown(wantedLine);
            }
        }
        return "the lines are the same, their ends are not";
    }

    private static String shown(@Nullable String line) {
        if (line == null) {
            return "missing";
        }
        return "'" + Excerpt.start(line, SHOWN) + "'";
    }
}
