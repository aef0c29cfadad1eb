package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What dies by -9 takes nothing with it that was measured, and leaves nothing running. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DeathIT {
    /** More of them with the profile {@code soak}. */
    private static final int DEATHS = Integer.getInteger("deaths", 6);

    private static final long SEED = 20260504;
    private static final int MOST_NEW_LINES = 12;
    private static final int MOST_NEW_BYTES = 1500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SPIN = """
            #include <stdio.h>
            int main(void) {
                volatile unsigned long sum = 0;
                for (unsigned long i = 0; i < %dUL; i++) sum += i;
                puts("42");
                return 0;
            }
            """;

    /** Keeps a grandchild in a session of its own for a while, and collects it before it ends itself. */
    private static final String FAMILY = """
            #define _GNU_SOURCE
            #include <signal.h>
            #include <stdio.h>
            #include <sys/wait.h>
            #include <time.h>
            #include <unistd.h>
            int main(void) {
                pid_t child = fork();
                if (child == 0) {
                    setsid();
                    for (;;) pause();
                }
                while (access("%s", F_OK) == 0) pause();
                nanosleep(&(struct timespec){.tv_nsec = 400000000}, NULL);
                kill(child, SIGKILL);
                waitpid(child, NULL, 0);
                puts("42");
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private AssayProcess assay(FixtureHome home, Path where) throws IOException {
        return new AssayProcess(Files.createDirectories(where), home.root())
                // what a killed process leaves in the folder for temporary files goes with the test's own
                .jvm("-Djava.io.tmpdir=" + folder);
    }

    private static AssayCall call(FixtureHome home, Path where) throws IOException {
        return new AssayCall(Files.createDirectories(where), home.root());
    }

    @Test
    void deathsInARowLoseNothing() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .pairInC("some/pair", SPIN.formatted(500_000), SPIN.formatted(2_000_000));
        String[] options = {"--runtimes=c", "--variants=all", "--blocks=150", "--seed=5", "--color=never"};
        Path calm = folder.resolve("calm");
        Ended whole = call(home, calm).run(options);
        assertThat(whole.code()).as(whole.err()).isZero();

        Path stormy = folder.resolve("stormy");
        AssayProcess assay = assay(home, stormy);
        Random random = new Random(SEED);
        byte[] kept = {};
        for (int death = 0; death < DEATHS; death++) {
            Process process = assay.start(death == 0 ? options : resume(stormy));
            kept = killed(process, stormy, kept, random);
        }
        Ended last = call(home, stormy).run(resume(stormy));
        assertThat(last.code()).as(last.err()).isZero();
        Path journal = journal(stormy);
        assertThat(new String(Files.readAllBytes(journal), StandardCharsets.US_ASCII))
                .startsWith(new String(kept, StandardCharsets.US_ASCII));
        Recording recording = JournalReader.read(journal);
        assertThat(recording.resumes()).isNotEmpty().hasSizeLessThanOrEqualTo(DEATHS);
        assertThat(samples(recording)).isEqualTo(samples(JournalReader.read(journal(calm))));
        assertThat(RunSchema.problems(journal.resolveSibling("run.json"))).isEmpty();
        assertThat(outline(stormy)).isEqualTo(outline(calm));
        assertThat(home.root().resolve("target/scratch")).isEmptyDirectory();
    }

    /** At a random moment: after some more lines, and then after the file has grown by some more bytes. Gives the whole lines. */
    private static byte[] killed(Process process, Path where, byte[] kept, Random random)
            throws IOException, InterruptedException {
        int lines = new String(kept, StandardCharsets.US_ASCII).split("\n", -1).length + random.nextInt(MOST_NEW_LINES);
        int more = random.nextInt(MOST_NEW_BYTES);
        Path journal = Running.untilLines(process, where.resolve("results"), lines);
        long size = Files.size(journal);
        boolean running = Running.untilBytes(process, where.resolve("results"), bytes -> bytes >= size + more);
        assertThat(running).as("it ended before it was killed").isTrue();
        List<Long> started =
                new ArrayList<>(process.descendants().map(ProcessHandle::pid).toList());
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        started.addAll(Running.carriersOf(process.pid()));
        Running.untilEnded(started);
        assertThat(Running.carriersOf(process.pid())).isEmpty();

        List<String> whole = Running.wholeLines(journal);
        assertThat(whole)
                .hasSizeGreaterThanOrEqualTo(lines)
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).path("kind").asString()).isNotEmpty());
        String text = String.join("\n", whole) + "\n";
        assertThat(text).startsWith(new String(kept, StandardCharsets.US_ASCII));
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String[] resume(Path where) throws IOException {
        return new String[] {"--resume=" + journal(where).getParent(), "--color=never"};
    }

    private static Path journal(Path where) throws IOException {
        return Running.onlyJournal(where.resolve("results"));
    }

    /**
     * Every sample by what the plan says of it, in order; what was measured differs, of course. Which trials are followed for their memory
     * beyond the first blocks depends on what was measured.
     */
    private static List<String> samples(Recording recording) {
        int planned = recording.header().sampling().warmupBlocks()
                + recording.header().profile().memorySamples();
        return recording.samples().stream()
                .filter(s -> s.mode() == SamplingMode.TIMING || s.block() < planned)
                .map(s -> s.trial() + " " + s.mode() + " " + s.order() + " " + s.conditions() + " " + s.problem())
                .toList();
    }

    /** What a run's result is about, without its figures: which blocks warmed up is found from what was measured. */
    private static Map<String, Object> outline(Path where) throws IOException {
        JsonNode run = JSON.readTree(Files.readString(journal(where).resolveSibling("run.json")));
        Map<String, Object> outline = new TreeMap<>();
        outline.put("partial", run.path("partial").asBoolean(true));
        outline.put(
                "trials",
                run.path("trials")
                        .valueStream()
                        .map(trial -> trial.path("id").asString() + " "
                                + trial.path("status").asString() + " "
                                + trial.path("samples")
                                        .valueStream()
                                        .filter(sample ->
                                                sample.path("mode").asString().equals("timing"))
                                        .count())
                        .toList());
        List<String> comparisons = run.path("comparisons")
                .valueStream()
                .map(comparison -> List.of("workload", "metric", "baseline", "contender").stream()
                        .map(field -> comparison.path(field).asString())
                        .collect(Collectors.joining(" ")))
                .toList();
        assertThat(comparisons).isNotEmpty();
        outline.put("comparisons", comparisons);
        return outline;
    }

    /** Whom the system, or somebody, may kill beside the programs: the meter, and whatever stands between it and the orchestrator. */
    enum Victim {
        NEAREST,
        FARTHEST,
        ALL
    }

    @ParameterizedTest
    @EnumSource
    void aMeterThatIsKilledCostsOneSampleAndLeavesNothing(Victim victim) throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .workload("some/family", "c", "program.c", FAMILY.formatted(folder.resolve("stay")));
        Path where = folder.resolve("where");
        AssayProcess assay = assay(home, where);
        Process process = assay.start("--runtimes=c", "--profile=smoke", "--blocks=2");
        List<Long> family = untilThereAreTwo(process);
        meters(process, victim).forEach(ProcessHandle::destroyForcibly);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Ended ended = assay.ended(process);
        assertThat(ended.code()).as(ended.err()).isZero();
        Running.untilEnded(family);
        Recording recording = JournalReader.read(journal(where));
        assertThat(recording.partial()).isFalse();
        assertThat(recording.samples()).filteredOn(Sample::lost).hasSize(1);
        assertThat(ended.err()).contains("The meter was lost once");
        assertThat(Running.carriersOf(process.pid())).isEmpty();
    }

    /** When all who look after a program die at once, the next run finds what they have left, be it another test's. */
    @Test
    @Tag("alone")
    void whatIsLeftWhenAllDieAtOnceIsEndedByTheNextRun() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .workload("some/family", "c", "program.c", FAMILY.formatted(folder.resolve("stay")));
        Path where = folder.resolve("where");
        AssayProcess assay = assay(home, where);
        // until then the family does not end by itself
        Path stay = Files.createFile(folder.resolve("stay"));
        Process process = assay.start("--runtimes=c", "--profile=smoke", "--blocks=2");
        List<Long> family = untilThereAreTwo(process);
        List<ProcessHandle> meters = meters(process, Victim.ALL);
        // none may see another die, or it would look after what is left
        Running.signal(
                "STOP",
                Stream.concat(Stream.of(process.pid()), meters.stream().map(ProcessHandle::pid))
                        .toList());
        meters.forEach(ProcessHandle::destroyForcibly);
        Running.untilEnded(meters.stream().map(ProcessHandle::pid).toList());
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        List<Long> left = Running.carriersOf(process.pid());
        assertThat(left).isNotEmpty().isSubsetOf(family);

        Files.delete(stay);
        Ended ended = assay.run(resume(where));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains(" killed, left behind by a run that was killed.");
        Running.untilEnded(family);
        assertThat(Running.carriersOf(process.pid())).isEmpty();
        assertThat(home.root().resolve("target/scratch")).isEmptyDirectory();
    }

    private static List<Long> untilThereAreTwo(Process process) throws IOException, InterruptedException {
        List<Long> family = List.of();
        while (family.size() < 2) {
            assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
            family = Running.carriersOf(process.pid());
        }
        return family;
    }

    private static List<ProcessHandle> meters(Process process, Victim victim) {
        List<ProcessHandle> meters = new ArrayList<>();
        @Nullable ProcessHandle next = meter(process.toHandle());
        while (next != null) {
            meters.add(next);
            next = meter(next);
        }
        assertThat(meters).as("the meters of " + process.pid()).isNotEmpty();
        return switch (victim) {
            case NEAREST -> meters.subList(0, 1);
            case FARTHEST -> meters.subList(meters.size() - 1, meters.size());
            case ALL -> meters;
        };
    }

    private static @Nullable ProcessHandle meter(ProcessHandle of) {
        return of.children()
                .filter(child -> child.info().command().orElse("").endsWith("/meter"))
                .findFirst()
                .orElse(null);
    }
}
