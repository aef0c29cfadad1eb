package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is compared with one that is there already. */
class AgainstIT {
    private static final Pattern TIMES = Pattern.compile("\"(workNs|wallNs)\":([0-9]+)");

    @TempDir
    private Path folder;

    private Ended run(String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "run",
                "--workload=nbody",
                "--runtimes=rust,c",
                "--variants=none",
                "--builds=1",
                "--blocks=6",
                "--results=" + folder.resolve("results")));
        all.addAll(List.of(more));
        return new AssayCall(folder, AssayProcess.project()).run(all.toArray(String[]::new));
    }

    /** The run that was made, as if Rust had taken a two-thousandth of its time then: no noise of a machine does that. */
    private void faster(String name, String programs) throws IOException {
        Path results = folder.resolve("results");
        List<String> lines = Files.readAllLines(results.resolve("latest/journal.jsonl")).stream()
                .map(line -> line.startsWith("{\"kind\":\"header\"")
                        ? line.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + name + "\"")
                                .replaceAll("(" + programs + "\":\")[0-9a-f]{64}", "$1" + "ab".repeat(32))
                        : line)
                .map(line -> line.contains("\"trial\":\"numeric/nbody:rust")
                        ? TIMES.matcher(line)
                                .replaceAll(time -> "\"" + time.group(1) + "\":" + Long.parseLong(time.group(2)) / 2000)
                        : line)
                .toList();
        Path copy = Files.createDirectories(results.resolve(name));
        Files.writeString(copy.resolve("journal.jsonl"), String.join("\n", lines) + "\n");
    }

    @Test
    void whatGotSlowerSinceIsSaidAndMeetsTheGate() throws IOException, InterruptedException {
        Ended first = run();
        assertThat(first.code()).as(first.err()).isZero();
        faster("same", "none of them");
        Ended unchanged = run("--against=same", "--fail-on=regression");
        assertThat(unchanged.code())
                .as("the program is the same: " + unchanged.out() + unchanged.err())
                .isZero();
        assertThat(unchanged.out()).contains("so the machine caused the difference");
        faster("then", "rust/release/numeric-nbody");
        Ended second = run("--against=then", "--fail-on=regression");
        assertThat(second.code()).as(second.out() + second.err()).isEqualTo(1);
        assertThat(second.out()).contains("Two runs", "B slower", "got worse from A to B");
        assertThat(Files.readString(folder.resolve("results/latest/summary.md")))
                .contains(" against then");
    }

    @Test
    void aRunThatIsNotThereIsToldBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        Ended ended = run("--against=nothing");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no run nothing");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
