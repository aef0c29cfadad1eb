package dev.assay.run;

import dev.assay.model.Sha256;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Service;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether programs print what they should: the expected result where there is one, else, when outputs are to agree, what the workload's
 * first process printed. Outputs stay in their files: they may be larger than this JVM's memory.
 */
final class OutputCheck {
    /** What a workload's first process printed. */
    private record Reference(TrialId trial, Path output, CapturedOutput printed) {}

    private static final Pattern LINE = Pattern.compile("^line ([0-9]{1,9})(?= )");

    private final boolean agreeing;
    private final Map<String, Reference> references = new HashMap<>();

    /**
     * @param agreeing whether trials of one workload without an expected output must print the same
     */
    OutputCheck(boolean agreeing) {
        this.agreeing = agreeing;
    }

    /** Whether this trial's output is checked at all. */
    boolean applies(Trial trial) {
        return trial.expected() != null || agreeing;
    }

    /**
     * What is wrong with the output of a process that ended well; null when nothing is.
     *
     * @param scratch has the output
     * @throws dev.assay.model.AssayException.Storage if it cannot be read
     */
    @Nullable
    String problem(Trial trial, ScratchDirectory scratch) {
        try {
            ExpectedOutput expected = trial.expected();
            return expected != null ? unexpected(expected, scratch) : agreeing ? differing(trial, scratch) : null;
        } catch (IOException e) {
            throw scratch.failure(e);
        }
    }

    private @Nullable String unexpected(ExpectedOutput expected, ScratchDirectory scratch) throws IOException {
        try (InputStream output = Files.newInputStream(scratch.stdout())) {
            if (expected.matches(output)) {
                return null;
            }
        }
        try (InputStream output = Files.newInputStream(scratch.stdout())) {
            String hash = expected.sha256();
            return "wrong output: "
                    + (hash == null
                            ? FirstDifference.between(
                                    new ByteArrayInputStream(expected.value().getBytes(StandardCharsets.UTF_8)), output)
                            : Files.size(scratch.stdout()) + " bytes with SHA-256 " + Sha256.hash(output)
                                    + " instead of " + hash);
        }
    }

    private @Nullable String differing(Trial trial, ScratchDirectory scratch) throws IOException {
        Reference reference = references.get(trial.id().workload());
        if (reference == null) {
            CapturedOutput printed = printed(scratch);
            Path kept = scratch.keepOutput("first-" + references.size());
            references.put(trial.id().workload(), new Reference(trial.id(), kept, printed));
            return null;
        }
        String difference = difference(reference, scratch);
        return difference == null
                ? null
                : "its " + (trial.service() ? "answers differ" : "output differs") + " from "
                        + (trial.service() ? "those" : "that") + " of " + CommandPair.name(reference.trial) + ": "
                        + (trial.service() ? byRequest(trial, difference) : difference)
                        + " (if that is expected, use --ignore-output)";
    }

    /** A line of what the client of a server prints is the answer to one request. */
    private static String byRequest(Trial trial, String difference) {
        List<String> requests = Service.requests(trial.command(null).argv());
        Matcher line = LINE.matcher(difference);
        int request = line.find() ? Integer.parseInt(line.group(1)) - 1 : requests.size();
        return request < requests.size() ? requests.get(request) + difference.substring(line.end()) : difference;
    }

    /** A user's command may have tidied up what lies here, such as by {@code git clean}; then what is known of it decides. */
    private @Nullable String difference(Reference reference, ScratchDirectory scratch) throws IOException {
        if (!Files.isRegularFile(reference.output, LinkOption.NOFOLLOW_LINKS)) {
            CapturedOutput printed = printed(scratch);
            return printed.equals(reference.printed)
                    ? null
                    : "it " + printed.describe() + " (SHA-256 " + printed.sha256() + "), and the first one "
                            + reference.printed.describe() + " (SHA-256 " + reference.printed.sha256() + ")";
        }
        if (Files.mismatch(reference.output, scratch.stdout()) < 0) {
            return null;
        }
        try (InputStream wanted = Files.newInputStream(reference.output);
                InputStream got = Files.newInputStream(scratch.stdout())) {
            return FirstDifference.between(wanted, got);
        }
    }

    private static CapturedOutput printed(ScratchDirectory scratch) throws IOException {
        try (InputStream output = Files.newInputStream(scratch.stdout())) {
            return CapturedOutput.of(output);
        }
    }
}
