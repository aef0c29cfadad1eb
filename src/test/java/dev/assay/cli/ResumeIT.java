package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a run goes on, and when it must not. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ResumeIT {
    private static final String PROGRAM = """
            #include <stdio.h>
            int main(void) { puts("42"); return 0; }
            """;
    private static final String[] RUN = {"--runtimes=c", "--blocks=2000", "--seed=5", "--color=never"};

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void makeAHome() throws IOException {
        home = new FixtureHome(folder.resolve("home"))
                .workload("some/program", "c", "program.c", PROGRAM)
                .root();
    }

    private AssayProcess assay() {
        return new AssayProcess(folder, home);
    }

    private AssayCall call() {
        return new AssayCall(folder, home);
    }

    private Path results() {
        return folder.resolve("results");
    }

    /** A run that was killed after some lines, with the blocks of its plan made few, so that what is left takes no time. */
    private Path killedRun() throws IOException, InterruptedException {
        Process process = assay().start(RUN);
        Path journal = Running.untilLines(process, results(), 20);
        process.destroyForcibly().waitFor();
        List<String> lines = Running.wholeLines(journal);
        Files.writeString(journal, lines.subList(0, 20).stream().collect(Collectors.joining("\n", "", "\n")));
        shorten(journal, 8);
        return Running.runOf(journal);
    }

    /** Lets the plan of {@link #RUN} have fewer blocks. */
    private static void shorten(Path journal, int blocks) throws IOException {
        edit(journal, "\"blocks\":2000", "\"blocks\":" + blocks);
        edit(journal, "\"blocks\":\"2000\"", "\"blocks\":\"" + blocks + "\"");
    }

    private Ended resume(Path run, String... more) {
        return call().run(Stream.concat(Stream.of("--resume=" + run, "--color=never"), Stream.of(more))
                .toArray(String[]::new));
    }

    /** A refusal says why, with a code of its own, and leaves the journal alone. */
    private void refused(Path run, String words, String... more) throws IOException {
        byte[] before = Files.readAllBytes(run.resolve("journal.jsonl"));
        Ended ended = resume(run, more);
        assertThat(ended.err()).contains(words).doesNotContain("Measuring", "Exception");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(Files.readAllBytes(run.resolve("journal.jsonl"))).isEqualTo(before);
    }

    private static void edit(Path file, String what, String by) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, by));
    }

    @Test
    void aRunThatWasInterruptedGoesOnToItsEnd() throws IOException, InterruptedException {
        Process process = assay().start(RUN);
        Path journal = Running.untilLines(process, results(), 40);
        Running.signal("INT", List.of(process.pid()));
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        Path run = Running.runOf(journal);
        Ended interrupted = assay().ended(process);
        assertThat(interrupted.out()).contains("To resume:", "-Dresume=" + run);
        assertThat(results().resolve("latest")).doesNotExist();
        List<Sample> measured = JournalReader.read(journal).samples();
        int before = measured.size();
        int blocks = measured.get(before - 1).block() + 4;
        shorten(journal, blocks);
        Files.writeString(journal, "{\"kind\":\"sample\",\"tri", StandardOpenOption.APPEND);
        Ended ended = new AssayProcess(folder, home)
                .jvm("-Dresume=" + run)
                .jvm("-Dblocks=" + blocks)
                .run("--quiet");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("is incomplete; its 21 bytes are dropped");
        assertThat(ended.out()).contains("Report: " + run);
        Recording recording = JournalReader.read(journal);
        assertThat(recording.partial()).isFalse();
        assertThat(recording.samples())
                .filteredOn(sample -> sample.mode() == SamplingMode.TIMING)
                .hasSize((1 + blocks) * 4);
        assertThat(recording.resumes()).singleElement().satisfies(seam -> {
            assertThat(seam.samples()).isEqualTo(before);
            assertThat(seam.since()).isBefore(seam.at());
        });
        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
        assertThat(run.resolve("report.html")).content().contains("resumed once: after " + before + " processes");
        assertThat(results().resolve("latest").toRealPath()).isEqualTo(run.toRealPath());

        refused(run, "is complete; there is nothing to resume");
        refused(results().resolve("latest"), "is complete");
    }

    @Test
    void aRunThatWasMovedGoesOnWhereItIsNow() throws IOException, InterruptedException {
        Path run = killedRun();
        Path moved = folder.resolve("moved").resolve(run.getFileName());
        Files.move(results(), folder.resolve("moved"));
        Ended ended = resume(moved);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("this run was not added to the history");
        assertThat(folder.resolve("moved/history.jsonl"))
                .content()
                .contains(run.getFileName().toString());
        assertThat(results()).doesNotExist();
    }

    @Test
    void anotherPlanIsRefused() throws IOException, InterruptedException {
        Path run = killedRun();
        refused(run, "--blocks=20 was --blocks=8 then", "--blocks=20");
        refused(run, "--python=python3 was not given then", "--python=python3");
        refused(run, "--results=" + folder + " was " + results() + " then. Omit it", "--results=" + folder);
        Ended byProperty = call().property("seed", "6").run("--resume=" + run);
        assertThat(byProperty.code()).isEqualTo(2);
        assertThat(byProperty.err()).contains("--seed=6 was --seed=5 then. Omit these options");
        Ended ended = resume(run, "--blocks=8", "--runtimes=c", "--results=" + results(), "--fail-on=refuted");
        assertThat(ended.err()).contains("Measured in", "--fail-on had nothing to judge: no claim was decided");
        assertThat(ended.code()).as(ended.err()).isEqualTo(5);
    }

    @Test
    void anotherMachineVersionCatalogOrBuildIsRefused() throws IOException, InterruptedException {
        Path run = killedRun();
        Path journal = run.resolve("journal.jsonl");
        String original = Files.readString(journal);
        String version = JournalReader.read(journal).header().assayVersion();
        edit(journal, "\"assayVersion\":\"" + version + "\"", "\"assayVersion\":\"0.0.0\"");
        refused(run, "was started by Assay 0.0.0, and this is " + version);

        Files.writeString(journal, original);
        edit(journal, "\"cpuModel\":\"", "\"cpuModel\":\"Not ");
        refused(run, "the machine was Not ");

        Files.writeString(journal, original);
        Path program = home.resolve("target/workloads/c/some-program");
        byte[] binary = Files.readAllBytes(program);
        Files.write(program, new byte[] {0}, StandardOpenOption.APPEND);
        refused(run, "the program " + program + " is another build");
        Files.write(program, binary);

        Path source = home.resolve("workloads/some/program/program.c");
        Files.writeString(source, PROGRAM + "/* changed */\n");
        refused(run, "the catalog changed");
        Files.writeString(source, PROGRAM);

        Ended ended = resume(run);
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void aRunThatStillGoesOnIsRefused() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Process process = new AssayProcess(elsewhere, home).start(RUN);
        Path journal = Running.untilLines(process, elsewhere.resolve("results"), 2);
        Ended ended = resume(Running.runOf(journal));
        assertThat(ended.err()).contains("Another process is still writing " + journal);
        assertThat(ended.code()).isEqualTo(2);
        process.destroyForcibly().waitFor();
        Ended report = call().run("report", Running.runOf(journal).toString());
        assertThat(report.code()).as(report.err()).isZero();
    }

    @Test
    void commandsOfTheUsersOwnAreNotGoneOnWith() throws IOException, InterruptedException {
        Ended ended = call().run("compare", "--resume=results/x");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("compare cannot resume results/x: your environment was not recorded");
        Process process = new AssayProcess(folder, AssayProcess.project())
                .start("compare", "--baseline", "true", "--contender", "true", "--runs=9000");
        Path journal = Running.untilLines(process, results(), 4);
        process.destroyForcibly().waitFor();
        refused(Running.runOf(journal), "compares two commands");
    }

    @Test
    void whatIsNotARunIsSaid() throws IOException, InterruptedException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Ended nowhere = resume(empty);
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("There is no run in " + empty);
        assertThat(call().run("--resume=").err()).contains("--resume= is empty");
        Path journal = Files.writeString(empty.resolve("journal.jsonl"), "{\"kind\":\"header\",\"sche");
        refused(empty, journal + " does not begin with a header line (its only line is incomplete)");
    }
}
