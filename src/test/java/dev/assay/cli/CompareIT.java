package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.JournalContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said about two of the user's commands, with real processes. */
class CompareIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private static String[] comparing(String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--color=never"));
        arguments.addAll(List.of(options));
        if (arguments.stream().noneMatch(option -> option.startsWith("--runs="))) {
            arguments.add("--runs=2");
        }
        return arguments.toArray(String[]::new);
    }

    private AssayCall assay() {
        return new AssayCall(folder, AssayProcess.project());
    }

    private Ended compare(String... options) {
        return assay().run(comparing(options));
    }

    private Ended jar(String... options) throws IOException, InterruptedException {
        return new AssayProcess(folder, AssayProcess.project()).run(comparing(options));
    }

    private Path latest() {
        return folder.resolve("results/latest");
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(latest().resolve("run.json")));
    }

    @Test
    void bothGetTheInputFromItsBeginningAndRunInTheFolder() throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve("mit Übung"));
        Path program = Files.writeString(work.resolve("lines"), "#!/bin/sh\npwd\nwc -l\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("in put.txt"), "one\ntwo\nthree\n");

        Ended ended =
                jar("--baseline=./lines", "--contender=sh -c 'pwd; wc -l'", "--cwd=mit Übung", "--input=in put.txt");

        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode run = run();
        assertThat(run.path("trials")).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.path("status").asString()).isEqualTo("ok");
            assertThat(trial.path("command").path("directory").asString()).isEqualTo(work.toString());
            assertThat(trial.path("command").path("stdin").asString())
                    .isEqualTo(folder.resolve("in put.txt").toString());
        });
        assertThat(run.path("options").path("cwd").asString()).isEqualTo(work.toString());
        assertThat(run.path("options").path("input").asString())
                .isEqualTo(folder.resolve("in put.txt").toString());
        assertThat(Files.readString(latest().resolve("report.html"))).contains("In the folder", "Standard input");

        Ended other = compare(
                "--baseline=wc -l",
                "--contender=sh -c 'head -1 > /dev/null; wc -l'",
                "--input=" + folder.resolve("in put.txt"));
        assertThat(other.code()).as("the second reads one line less").isEqualTo(3);
        assertThat(other.err()).contains("its output differs from that of");
    }

    /** Its name stands for what a machine may do to it: the bytes are the same, and no noise is as large. */
    @Test
    void whatIsTheSameProgramMeetsNoGateHoweverSlowAndAChangedOneDoes() throws IOException, InterruptedException {
        String text = "#!/bin/sh\ncase $0 in *slow) i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done;; esac\n";
        for (String name : List.of("fast", "slow")) {
            assertThat(Files.writeString(folder.resolve(name), text).toFile().setExecutable(true))
                    .isTrue();
        }
        String[] options = {"--runs=6", "--baseline=./fast", "--contender=./slow", "--fail-on=regression"};
        Ended same = compare(options);
        assertThat(same.code()).as(same.out() + same.err()).isZero();
        assertThat(Files.readString(latest().resolve("run.json")))
                .contains("both commands run the same program with the same arguments");

        Files.writeString(folder.resolve("slow"), text + "# another one\n");
        Ended changed = compare(options);
        assertThat(changed.code()).as(changed.out() + changed.err()).isEqualTo(1);
    }

    @Test
    void aGateThatCanJudgeNothingSaysSo() throws IOException, InterruptedException {
        Ended ended = jar("--baseline=sh -c true", "--contender=sh -c :", "--fail-on=regression");
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).contains("--fail-on had nothing to judge", "The exit code is 5.");
    }

    @Test
    void thePreparationRunsBeforeEveryProcess() throws IOException, InterruptedException {
        Ended ended = compare(
                "--baseline=rm made", "--contender=sh -c 'rm made'", "--prepare=sh -c 'echo x >> count; touch made'");

        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode run = run();
        int processes = run.path("trials").path(0).path("samples").size()
                + run.path("trials").path(1).path("samples").size();
        assertThat(processes)
                .as("warm-ups, and where memory is followed, among them")
                .isGreaterThan(2 * (2 + 2));
        assertThat(Files.readAllLines(folder.resolve("count"))).hasSize(processes);
        assertThat(run.path("options").path("prepare").asString()).isEqualTo("sh -c 'echo x >> count; touch made'");
        assertThat(run.path("commandLine").valueStream().map(JsonNode::asString))
                .contains("--prepare=sh -c 'echo x >> count; touch made'");
        assertThat(Files.readString(latest().resolve("report.html"))).contains("Before each process");
    }

    @Test
    void aPreparationThatFailsEndsTheRunInWords() throws IOException, InterruptedException {
        Ended ended = compare(
                "--baseline=true",
                "--contender=true",
                "--baseline-name=old",
                "--prepare=sh -c 'echo x >> count; test $(wc -l < count) -lt 5 || { echo no disk >&2; exit 9; }'");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("--prepare: /usr/bin/sh -c ")
                .contains("exited with code 9, before a process of ")
                .contains("; last output: no disk. Assay stops here")
                .doesNotContain("Exception");
        Path run = only(folder.resolve("results"));
        assertThat(JournalContract.problems(run.resolve("journal.jsonl"))).isEmpty();
        Ended report = assay().run("report", run.toString());
        assertThat(report.code()).as(report.err()).isZero();
    }

    @Test
    void aPreparationKeepsToTheLimitsToo() throws IOException, InterruptedException {
        Ended ended = compare("--baseline=true", "--contender=true", "--prepare=sleep 100", "--timeout=300ms");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--prepare: /usr/bin/sleep 100 did not end within 300 ms and was killed");
    }

    @Test
    void namesStandWhereverTheCommandsAreShown() throws IOException, InterruptedException {
        Ended ended = compare(
                "--baseline=true",
                "--contender=sh -c true",
                "--baseline-name=  plain <b>&amp; v1:2@x  ",
                "--contender-name=by a shell");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("plain <b>&amp; v1:2@x / by a shell (above 1 by a shell is better)")
                .doesNotContain("the contender");
        JsonNode run = run();
        assertThat(run.path("options").path("baseline-name").asString()).isEqualTo("plain <b>&amp; v1:2@x");
        assertThat(run.path("trials").path(0).path("id").asString())
                .isEqualTo("compare/commands:command:baseline plain <b>&amp; v1:2@x@0x1");
        assertThat(run.path("comparisons")).isNotEmpty();
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        assertThat(JournalContract.problems(latest().resolve("journal.jsonl"))).isEmpty();
        assertThat(Files.readString(latest().resolve("report.html")))
                .contains("by a shell", "plain &lt;b&gt;&amp;amp; v1:2@x over by a shell")
                .doesNotContain("plain <b>", "the contender needs");
        assertThat(Files.readString(latest().resolve("summary.md"))).contains("by a shell");
        for (String file : List.of("hyperfine.json", "hyperfine.csv", "hyperfine.md", "junit.xml", "pyperf.json")) {
            assertThat(Files.readString(latest().resolve("exports").resolve(file)))
                    .as(file)
                    .contains("by a shell");
        }
        byte[] written = Files.readAllBytes(latest().resolve("run.json"));
        assertThat(assay().run("report", "latest").code()).isZero();
        assertThat(Files.readAllBytes(latest().resolve("run.json"))).isEqualTo(written);
    }

    @Test
    void twoRunsOfNamedCommandsAreCompared() throws IOException, InterruptedException {
        String[] options = {
            "--baseline=true", "--contender=sh -c true", "--baseline-name=plain", "--contender-name=shell"
        };
        assertThat(compare(options).code()).isZero();
        String first = latest().toRealPath().toString();
        assertThat(compare(options).code()).isZero();
        Ended compared = assay().run("compare", first, "latest", "--color=never");
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("baseline plain", "contender shell");
    }

    @Test
    void whatCannotBeUsedIsSaidBeforeAnythingIsBuilt() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "");
        refusedByTheJar("--cwd=nowhere", "--cwd: " + folder.resolve("nowhere") + " does not exist");
        refused("--cwd=" + folder.resolve("file"), "--cwd: " + folder.resolve("file") + " is not a folder");
        refused("--cwd=", "--cwd= is empty");
        refusedByTheJar("--input=nothing", "--input: " + folder.resolve("nothing") + " does not exist");
        refused("--input=" + folder, "--input: " + folder + " is a folder");
        refused("--input=/dev/zero", "--input: /dev/zero is not a regular file");
        refused("--input=", "--input= is empty");
        refused("--prepare=", "--prepare is empty. Give a command");
        refused("--prepare=no-such-program", "--prepare: no program 'no-such-program' on the PATH");
        refused("--prepare=rm a; rm b", "';'");
        refused("--baseline-name=", "--baseline-name= is empty");
        refused("--contender-name=   ", "--contender-name= is empty");
        refused("--baseline-name=" + "x".repeat(10_000), "--baseline-name has 10000 characters");
        refused("--baseline-name=a\u0007b", "--baseline-name contains an invisible character, ⟨U+0007⟩");
        refused("--baseline-name=a\nb", "⟨U+000A⟩");
        refused("--baseline-name=a\u202Eb", "⟨U+202E⟩");
        refused("--baseline-name=Contender", "Both commands would be named 'Contender'");
    }

    private void refused(String option, String words) {
        refused(compare("--baseline=true", "--contender=true", option), words);
    }

    /** For names that are relative to the folder. */
    private void refusedByTheJar(String option, String words) throws IOException, InterruptedException {
        refused(jar("--baseline=true", "--contender=true", option), words);
    }

    private void refused(Ended ended, String words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(words).doesNotContain("building", "Measuring", "Exception");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void theyDoNotGoWithTwoRuns() throws IOException, InterruptedException {
        Ended ended = assay().run("compare", "a", "b", "--prepare=true");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("two runs were given (a, ..) together with options for two commands");
    }

    private static Path only(Path results) throws IOException {
        try (var runs = Files.list(results)) {
            return runs.filter(run -> Files.exists(run.resolve("journal.jsonl")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
