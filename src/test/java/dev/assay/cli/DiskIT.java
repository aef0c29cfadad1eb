package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, fill up, or may not be written to. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DiskIT {
    private static final String PROGRAM = """
            #include <stdio.h>
            int main(void) { puts("42"); return 0; }
            """;
    private static final String[] LONG = {"--runtimes=c", "--blocks=3000", "--seed=5", "--color=never"};
    private static final String[] SHORT = {"--runtimes=c", "--profile=smoke", "--seed=5", "--color=never"};

    /** What the largest font takes that a figure needs, and not what all samples take. */
    private static final int LIMIT_KIB = 1100;

    /** The header of a journal has the sources: with a long one little of the limit is left for samples. */
    private static final String LONG_PROGRAM =
            PROGRAM + "/*\n" + ("nothing ".repeat(8) + "\n").repeat(900 * 1024 / 65) + "*/\n";

    /** Says more than finds room in what a full disk gives back, and says whether it could. */
    private static final String TALKER = """
            #include <stdio.h>
            int main(void) {
                for (int i = 0; i < 8192; i++) fputs("some words\\n", stderr);
                if (fflush(stderr) != 0 || ferror(stderr)) return 1;
                puts("42");
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private FixtureHome home() throws IOException {
        return home(PROGRAM);
    }

    private FixtureHome home(String program) throws IOException {
        return new FixtureHome(folder.resolve("home")).workload("some/program", "c", "program.c", program);
    }

    private AssayProcess assay() {
        return new AssayProcess(folder, folder.resolve("home"));
    }

    private AssayCall call() {
        return new AssayCall(folder, folder.resolve("home"));
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
    }

    private static List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** What was measured is there, line by line, and the run goes on as if nothing had happened. */
    private void keptAndGoesOn(Path journal, int atLeast) throws IOException, InterruptedException {
        Recording kept = JournalReader.read(journal);
        assertThat(kept.samples()).hasSizeGreaterThanOrEqualTo(atLeast).allMatch(Sample::ok);
        assertThat(Files.readString(journal)).as("no piece of a line").endsWith("}\n");
        assertThat(RunSchema.problems(journal.resolveSibling("run.json"))).isEmpty();
        assertThat(journal.getParent()).isDirectoryNotContaining("glob:**/.*");
        Files.writeString(
                journal,
                Files.readString(journal)
                        .replace("\"blocks\":3000", "\"blocks\":2")
                        .replace("\"blocks\":\"3000\"", "\"blocks\":\"2\""));
        Ended ended = call().run("--resume=" + journal.getParent(), "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();
        Recording whole = JournalReader.read(journal);
        assertThat(whole.partial()).isFalse();
        assertThat(whole.samples()).startsWith(kept.samples().toArray(Sample[]::new));
        assertThat(RunSchema.problems(journal.resolveSibling("run.json"))).isEmpty();
    }

    @Test
    void aFullDiskIsFoundBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        home();
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 64)) {
            Ended ended = call().run(with(SHORT, "--results=" + disk.path()));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("Cannot write " + disk.path(), "No space left on device", "--results=DIR")
                    .doesNotContain("Measuring", "Exception");
            assertThat(in(disk.path())).isEmpty();
        }
    }

    @Test
    void aDiskThatFillsUpTakesNothingAway() throws IOException, InterruptedException {
        home();
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 4096)) {
            Process process = assay().start(with(LONG, "--results=" + disk.path()));
            Path journal = Running.untilLines(process, disk.path(), 30);
            disk.fill();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            Ended ended = assay().ended(process);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("Cannot write " + journal, "No space left on device", "--resume=RUN")
                    .doesNotContain("Exception");
            Ended refused = call().run("--resume=" + journal.getParent());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("Cannot write " + journal.getParent(), "No space left on device");
            disk.free();
            keptAndGoesOn(journal, 25);
        }
    }

    /** The same where nothing can be mounted: a limit on the size of files, as a quota would set it. */
    @Test
    void aFileThatMayNotGrowTakesNothingAway() throws IOException, InterruptedException {
        home(LONG_PROGRAM);
        Path results = folder.resolve("results");
        Ended ended = assay().jvm("-XX:-UsePerfData").largestFileKib(LIMIT_KIB).run(LONG);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        Path journal = Running.onlyJournal(results);
        assertThat(ended.err())
                .contains("Cannot write " + journal, "File too large")
                .doesNotContain("Exception");
        assertThat(Files.size(journal)).isLessThanOrEqualTo(LIMIT_KIB << 10);
        keptAndGoesOn(journal, 25);
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsSaid() throws IOException, InterruptedException {
        home();
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 8192)) {
            Ended whole = call().run(with(SHORT, "--results=" + disk.path()));
            assertThat(whole.code()).as(whole.err()).isZero();
            Path run = disk.path().resolve("latest").toRealPath();
            byte[] before = Files.readAllBytes(run.resolve("run.json"));
            disk.readOnly();
            for (String[] arguments : List.of(
                    with(SHORT, "--results=" + disk.path()),
                    new String[] {"report", run.toString()},
                    new String[] {"--resume=" + run})) {
                Ended ended = call().run(arguments);
                assertThat(ended.code()).isEqualTo(2);
                assertThat(ended.err())
                        .contains("Cannot write " + disk.path(), "Read-only file system")
                        .doesNotContain("Measuring", "Exception");
            }
            assertThat(Files.readAllBytes(run.resolve("run.json"))).isEqualTo(before);
        }
    }

    @Test
    void theProgramsOutputThatFindsNoRoomIsNotTheProgramsFault() throws IOException, InterruptedException {
        home().workload("some/talker", "c", "program.c", TALKER);
        try (SmallDisk disk = new SmallDisk(folder.resolve("home/target/scratch"), 1024)) {
            Process process = assay().start(LONG);
            Path journal = Running.untilLines(process, folder.resolve("results"), 30);
            while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
                disk.fill();
            }
            Ended ended = assay().ended(process);
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("Cannot use the folder " + disk.path(), "No space left on device")
                    .doesNotContain("failed:", "Exception");
            disk.free();
            keptAndGoesOn(journal, 25);
        }
    }

    @Test
    void aFullFolderForTemporaryFilesIsFoundBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        home();
        try (SmallDisk disk = new SmallDisk(folder.resolve("tmp"), 64)) {
            Ended ended = assay().jvm("-Djava.io.tmpdir=" + disk.path()).run(SHORT);
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("temporary folder " + disk.path(), "No space left on device", "-Djava.io.tmpdir=DIR")
                    .doesNotContain("Measuring", "Exception");
            assertThat(folder.resolve("results")).doesNotExist();
            assertThat(in(disk.path())).isEmpty();
        }
    }

    @Test
    void aResultThatIsLostOrBrokenIsMadeAgainFromTheJournal() throws IOException, InterruptedException {
        home();
        assertThat(call().run(SHORT).code()).isZero();
        Path run = folder.resolve("results/latest").toRealPath();
        byte[] before = Files.readAllBytes(run.resolve("run.json"));
        for (boolean lost : new boolean[] {true, false}) {
            if (lost) {
                Files.delete(run.resolve("run.json"));
            } else {
                Files.writeString(run.resolve("run.json"), "{\"schema\": \"ass");
            }
            assertThat(call().run("report", run.toString()).code()).isZero();
            assertThat(Files.readAllBytes(run.resolve("run.json"))).isEqualTo(before);
        }
        Files.delete(run.resolve("journal.jsonl"));
        for (String[] arguments : List.of(new String[] {"report", run.toString()}, new String[] {"--resume=" + run})) {
            Ended ended = call().run(arguments);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("The journal of the run in " + run + " is missing");
        }
        assertThat(Files.readAllBytes(run.resolve("run.json"))).isEqualTo(before);
    }
}
