package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Service;
import dev.assay.model.run.Command;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputCheckTest {
    @TempDir
    private Path folder;

    private ScratchDirectory scratch;
    private OutputCheck check;

    @BeforeEach
    void nothingPrintedYet() {
        scratch = new ScratchDirectory(folder.resolve("scratch"));
        check = new OutputCheck(true);
    }

    private static Trial trial(String variant, @Nullable ExpectedOutput expected) {
        TrialId id = new TrialId(CommandPair.WORKLOAD, Runtime.COMMAND, variant, 0, 1);
        return new Trial(id, new Command(List.of("/bin/some"), Map.of(), null, null), expected, false, null);
    }

    private @Nullable String problem(Trial trial, String printed) throws IOException {
        scratch.prepare();
        Files.writeString(scratch.stdout(), printed);
        return check.problem(trial, scratch);
    }

    @Test
    void theFirstOneIsWhatTheOthersAreComparedWith() throws IOException {
        assertThat(problem(trial("baseline", null), "a\nb\n")).isNull();
        assertThat(problem(trial("contender", null), "a\nb\n")).isNull();
        assertThat(problem(trial("contender", null), "a\nc\n"))
                .isEqualTo(
                        "its output differs from that of baseline: line 2 is 'c' and should be 'b' (if that is expected, use"
                                + " --ignore-output)");
    }

    @Test
    void ofServersTheRequestIsNamed() throws IOException {
        List<String> argv = new Service(List.of("GET /a", "GET /b"), 1, 0.5, null, 0)
                .commandOfUser("/m/load", "9", List.of("/bin/some", "--request=GET /c"), false);
        Command load = new Command(argv, Map.of(), null, null);
        Trial first = new Trial(trial("baseline", null).id(), load, null, true, null, List.of(), 1, true);
        Trial second = new Trial(trial("contender", null).id(), load, null, true, null, List.of(), 1, true);
        assertThat(problem(first, "1\n2\n")).isNull();
        assertThat(problem(second, "1\n2\n")).isNull();
        assertThat(problem(second, "1\n3\n"))
                .isEqualTo(
                        "its answers differ from those of baseline: GET /b is '3' and should be '2' (if that is expected, use"
                                + " --ignore-output)");
    }

    /** Such as {@code git clean -fdx} as what makes things ready. */
    @Test
    void whatWasPrintedFirstIsKnownEvenWhereItsFileIsGone() throws IOException {
        assertThat(problem(trial("baseline", null), "a\n")).isNull();
        Files.delete(folder.resolve("scratch.1/first-0"));
        assertThat(problem(trial("contender", null), "a\n")).isNull();
        assertThat(problem(trial("contender", null), "b\n"))
                .contains("it printed 'b' (SHA-256 ", "and the first one printed 'a' (SHA-256 ");
    }

    @Test
    void anExpectedResultIsATextOrItsHash() throws IOException {
        Trial text = trial("baseline", new ExpectedOutput("42\n"));
        assertThat(problem(text, "42\n")).isNull();
        assertThat(problem(text, "42\n\n")).isEqualTo("wrong output: line 2 is '' and should be missing");
        String hash = Sha256.hash("42\n".getBytes(StandardCharsets.UTF_8));
        Trial hashed = trial("baseline", new ExpectedOutput("sha256:" + hash));
        assertThat(problem(hashed, "42\n")).isNull();
        assertThat(problem(hashed, "43\n"))
                .startsWith("wrong output: 3 bytes with SHA-256 ")
                .endsWith(" instead of " + hash);
    }
}
