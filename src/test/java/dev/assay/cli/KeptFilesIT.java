package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a run, of the user's and of programs, where several have to do with them. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KeptFilesIT {
    private static final String[] SHORT = {"--runtimes=c", "--profile=smoke", "--seed=5", "--color=never"};

    /** Leaves files where it may, and finds none that another process of it has left. */
    private static final String LEAVER = """
            #include <stdio.h>
            #include <stdlib.h>
            #include <unistd.h>
            static void leave(const char *folder, const char *name) {
                char path[4096];
                snprintf(path, sizeof path, "%s/%s", folder, name);
                if (access(path, F_OK) == 0) { fprintf(stderr, "found %s\\n", path); exit(1); }
                FILE *file = fopen(path, "w");
                if (!file || fclose(file)) { perror(path); exit(1); }
            }
            int main(void) {
                leave(".", "here");
                leave("..", "above");
                leave(getenv("TMPDIR"), "temporary");
                puts("42");
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private FixtureHome home;

    @BeforeEach
    void home() throws IOException {
        home = new FixtureHome(folder.resolve("home")).workload("some/leaver", "c", "program.c", LEAVER);
    }

    private AssayProcess assay(String where) throws IOException {
        return new AssayProcess(Files.createDirectories(folder.resolve(where)), home.root());
    }

    private AssayCall call() throws IOException {
        return new AssayCall(Files.createDirectories(folder.resolve("user")), home.root());
    }

    private static Path onlyRun(Path results) throws IOException {
        return Running.runOf(Running.onlyJournal(results)).toRealPath();
    }

    @Test
    void whatAProgramLeavesIsNotThereForTheNext() throws IOException, InterruptedException {
        Ended ended = call().run(SHORT);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(home.root().resolve("target/scratch")).isEmptyDirectory();
    }

    @Test
    void aPreparationThatDeletesTheResultsLosesNothing() throws IOException, InterruptedException {
        Path results = folder.resolve("user/results");
        Ended ended = new AssayCall(Files.createDirectories(folder.resolve("user")), AssayProcess.project())
                .run(
                        "compare",
                        "--baseline=/bin/true",
                        "--contender=/bin/true",
                        "--prepare=rm -rf " + results,
                        "--runs=4",
                        "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err().replaceAll("\\s+", " "))
                .contains("warning: the run's journal was deleted while programs ran", "nothing is lost")
                .doesNotContain("Exception");
        Path run = onlyRun(results);
        Recording recording = JournalReader.read(run.resolve("journal.jsonl"));
        assertThat(recording.partial()).isFalse();
        assertThat(recording.samples()).hasSizeGreaterThan(12).allMatch(Sample::ok);
        assertThat(run.resolve("report.html")).exists();
        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
    }

    /** Whoever prepares a measurement draws a letter first, and its font goes there. */
    @ParameterizedTest
    @ValueSource(strings = {"doctor", "verify", "compare --baseline=/bin/true --contender=/bin/true --runs=2"})
    void aMissingFolderForTemporaryFilesIsSaid(String command) throws IOException, InterruptedException {
        Path user = Files.createDirectories(folder.resolve("user"));
        Ended ended = new AssayProcess(user, AssayProcess.project())
                .jvm("-Djava.io.tmpdir=/nonexistent")
                .run(command.split(" "));
        assertThat(ended.err().replaceAll("\\s+", " "))
                .contains("Cannot write to the temporary folder /nonexistent", "-Djava.io.tmpdir=DIR")
                .doesNotContain("bug in Assay");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(folder.resolve("user/results")).doesNotExist();
    }

    @Test
    void aUsersOwnLatestStaysAndTheRunBecomesItLater() throws IOException, InterruptedException {
        Path results = Files.createDirectories(folder.resolve("user/results"));
        Path latest = Files.writeString(results.resolve("latest"), "my notes");
        Ended ended = call().run(SHORT);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err().replaceAll("\\s+", " ")).contains("results/latest was not changed");
        assertThat(latest).hasContent("my notes");
        Files.delete(latest);
        Path run = onlyRun(results);
        Ended reported = call().run("report", run.toString());
        assertThat(reported.code()).as(reported.err()).isZero();
        assertThat(latest.toRealPath()).isEqualTo(run);
    }

    @Test
    void manyMayReportAndMeasureAtOnce() throws IOException, InterruptedException {
        Path results = folder.resolve("user/results");
        assertThat(call().run(SHORT).code()).isZero();
        Path run = onlyRun(results);
        List<AssayProcess> all = new ArrayList<>();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AssayProcess each = assay("other-" + i);
            all.add(each);
            processes.add(
                    i < 2
                            ? each.start("report", run.toString())
                            : each.start(
                                    "run", "--results=" + results, "--runtimes=c", "--profile=smoke", "--color=never"));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(processes.get(i).waitFor(5, TimeUnit.MINUTES)).isTrue();
            Ended ended = all.get(i).ended(processes.get(i));
            assertThat(ended.code()).as(ended.err()).isZero();
        }
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.endsWith(".draft"));
        }
        assertThat(results.resolve("latest").toRealPath()).isNotEqualTo(run);
        assertThat(Files.readString(results.resolve("index.html"))).contains("3 runs, 3 complete");
    }

    @Test
    void aDiskWithoutRoomForMoreFilesKeepsTheRun() throws IOException, InterruptedException {
        // where results go by themselves: in any other folder 'report' makes no link
        Files.createDirectories(folder.resolve("user"));
        try (SmallDisk disk = SmallDisk.ofFiles(folder.resolve("user/results"), 7)) {
            Ended ended = call().run(SHORT);
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err().replaceAll("\\s+", " "))
                    .contains("Cannot write " + disk.path(), "No space left on device", "'report RUN'")
                    .doesNotContain("Exception");
            Path run = onlyRun(disk.path());
            assertThat(JournalReader.read(run.resolve("journal.jsonl")).partial())
                    .isFalse();
            assertThat(disk.path().resolve("latest")).doesNotExist();
            disk.moreFiles(1000);
            Ended reported = call().run("report", run.toString());
            assertThat(reported.code()).as(reported.err()).isZero();
            assertThat(disk.path().resolve("latest").toRealPath()).isEqualTo(run);
        }
    }

    @Test
    void aRedactedReportIsBesideTheWholeOne() throws IOException, InterruptedException {
        assertThat(call().run(SHORT).code()).isZero();
        Path run = onlyRun(folder.resolve("user/results"));
        Ended ended = call().run("report", run.toString(), "--redact");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().replaceAll("\\s+", "")).contains("Redactedreport:" + run + "/redacted/report.html");
        assertThat(Files.readString(run.resolve("report.html"))).contains(folder.toString());
        for (String file : List.of("redacted/report.html", "redacted/run.json", "redacted/summary.md")) {
            assertThat(Files.readString(run.resolve(file))).doesNotContain(folder.toString(), "leave(getenv");
        }
    }
}
