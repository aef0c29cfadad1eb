package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.JournalContract;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs of real programs through the jar. */
class RunIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private AssayProcess assay() {
        return new AssayProcess(folder, AssayProcess.project());
    }

    private AssayCall call() {
        return new AssayCall(folder, AssayProcess.project());
    }

    private Path latest() {
        return folder.resolve("results/latest");
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(latest().resolve("run.json")));
    }

    @Test
    void aSmokeRunOfManySuitesWritesEveryFile() throws IOException, InterruptedException {
        Ended ended = assay().run("--suite=errors,startup,threading", "--profile=smoke", "--seed=7");
        assertThat(ended.code()).as(ended.err()).isZero();
        for (String file : List.of(
                "journal.jsonl",
                "run.json",
                "report.html",
                "summary.md",
                "exports/hyperfine.json",
                "exports/pyperf.json",
                "exports/junit.xml",
                "../index.html",
                "charts/ratios-python-rust.png",
                "charts/speedup-threading-cpu-bound.png",
                "charts/memory.png")) {
            assertThat(latest().resolve(file)).isNotEmptyFile();
        }
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        assertThat(JournalContract.problems(latest().resolve("journal.jsonl"))).isEmpty();
        JsonNode run = run();
        assertThat(run.path("partial").asBoolean(true)).isFalse();
        assertThat(run.path("seed").asLong()).isEqualTo(7);
        assertThat(run.path("trials")).isNotEmpty().allSatisfy(RunIT::worksOrIsAVariantThatIsOmitted);
        assertThat(run.path("claims"))
                .isNotEmpty()
                .allSatisfy(
                        claim -> assertThat(claim.path("verdict").asString()).isEqualTo("not-tested"));
        assertThat(run.path("toolchains")
                        .valueStream()
                        .map(found -> found.path("runtime").asString()))
                .contains("rust", "python", "c");
        assertThat(run.path("probes"))
                .hasSizeGreaterThan(10)
                .allSatisfy(probe -> assertThat(probe.path("probe").path("expected"))
                        .extracting(JsonNode::asString)
                        .contains(probe.path("outcome").asString()));
        assertThat(ended.out()).contains("Claims", "Geometric means", "Report: ");

        byte[] before = Files.readAllBytes(latest().resolve("run.json"));
        byte[] html = Files.readAllBytes(latest().resolve("report.html"));
        assertThat(assay().run("report", "results/latest").code()).isZero();
        assertThat(Files.readAllBytes(latest().resolve("run.json"))).isEqualTo(before);
        assertThat(Files.readAllBytes(latest().resolve("report.html"))).isEqualTo(html);

        String sample = AssayProcess.project().resolve("results/sample").toString();
        Ended against = call().run("report", "latest", "--against=" + sample);
        assertThat(against.code()).as(against.err()).isZero();
        assertThat(against.out()).contains("Two runs", "smoke:", "In one run only");
        assertThat(Files.readString(latest().resolve("summary.md"))).contains(" against 2026", "smoke run");
    }

    @Test
    void programsThatFailAreReportedWhileTheOthersGoOn() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home with spaces and umläute"))
                .python("bad/other", "print(43)\n")
                .python("bad/exit", "import sys\nprint(42)\nsys.exit('no luck')\n")
                .python("bad/signal", "import os\nos.kill(os.getpid(), 11)\n")
                .python("bad/hang", "while True:\n    pass\n")
                .python("good/fine", "print(42)\n");
        Ended ended = new AssayCall(folder, home.root())
                .run("--profile=quick", "--blocks=6", "--runtimes=python", "--timeout=5s");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err())
                .contains("bad/other:python:std@1x1 wrong output: line 1 is '43' and should be '42'")
                .contains("bad/exit:python:std@1x1 exited with code 1; last output: no luck")
                .contains("bad/signal:python:std@1x1 was killed by signal 11")
                .contains("bad/hang:python:std@1x1 did not end within 5000 ms and was killed");
        assertThat(run().path("trials"))
                .hasSize(5)
                .allSatisfy(trial -> assertThat(trial.path("status").asString())
                        .isEqualTo(trial.path("workload").asString().startsWith("bad/") ? "failed" : "ok"));
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        assertThat(latest().resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void thePosixLocaleIsEnoughAndAPathItCannotSayIsNamed() throws IOException, InterruptedException {
        FixtureHome plain = new FixtureHome(folder.resolve("home")).python("good/fine", "print('42')\n");
        Ended ended = new AssayProcess(folder, plain.root())
                .environment("LC_ALL", "C")
                .run("--profile=smoke", "--runtimes=python");
        assertThat(ended.code()).as(ended.err()).isZero();
        FixtureHome umlaut = new FixtureHome(folder.resolve("übrig"));
        Ended refused = new AssayProcess(folder, umlaut.root())
                .environment("LC_ALL", "C")
                .run("list");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("LC_ALL=C.UTF-8");
        Ended results = new AssayProcess(folder, plain.root())
                .environment("LC_ALL", "C")
                .run("--results=" + folder.resolve("übrig"));
        assertThat(results.code()).isEqualTo(2);
        assertThat(results.err()).contains("LC_ALL=C.UTF-8").doesNotContain("java.nio");
    }

    @Test
    void aProgramThatDoesNotCompileEndsTheRunWithTheCompilersWords() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .workload("bad/c", "c", "program.c", "int main(void) { retrun 0; }\n");
        Ended ended = new AssayProcess(folder, home.root()).run("--profile=smoke", "--runtimes=c");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).contains("Building bad/c in C failed").contains("retrun");
    }

    @Test
    void hostileProgramsHarmOnlyThemselves() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .python("a/fine", "print(42)\n")
                .python("bad/above", "import shutil\nprint(42)\nshutil.rmtree('..')\n")
                .python("bad/talk", "import sys\nsys.stderr.write(chr(27) + 'y' * 100000)\nsys.exit(1)\n")
                .python("bad/bytes", "import sys\nsys.stdout.buffer.write(bytes(range(9)))\n")
                .python(
                        "odd/child",
                        "import subprocess\nsubprocess.Popen(['sleep', '1000'], stdout=subprocess.DEVNULL,"
                                + " stderr=subprocess.DEVNULL)\nprint(42)\n")
                .python(
                        "odd/leaves",
                        "import os\nos.makedirs('a/b')\nos.chmod('a', 0)\nos.symlink('/etc', 'l')\nprint(42)\n")
                .python("odd/leaver", "import os\nos.rmdir(os.getcwd())\nprint(42)\n");
        Ended ended = new AssayCall(folder, home.root()).run("--profile=smoke", "--runtimes=python");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err())
                .contains("and deleted its output files")
                .contains("bad/talk:python:std@1x1 exited with code 1; last output: ...yyy")
                .contains("line 1 is '????????")
                .contains("odd/child:python:std@1x1. Make the")
                .doesNotContain("\u001b")
                .hasSizeLessThan(20_000);
        assertThat(run().path("trials"))
                .hasSize(7)
                .allSatisfy(trial -> assertThat(trial.path("status").asString())
                        .isEqualTo(trial.path("workload").asString().startsWith("bad/") ? "failed" : "ok"));
        assertThat(latest().resolve("journal.jsonl").toFile()).size().isLessThan(100_000);
        assertThat(home.root().resolve("target/scratch")).isEmptyDirectory();
    }

    @Test
    void aMeterThatIsKilledCostsOneSample() throws IOException, InterruptedException {
        Process process = assay().start("--suite=startup", "--runtimes=rust", "--blocks=100");
        awaitLines(process, 10);
        ProcessHandle meter = process.children()
                .filter(child -> child.info().command().orElse("").endsWith("/meter"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no meter: " + read("err")));
        assertThat(meter.destroyForcibly()).isTrue();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(read("err")).isZero();
        assertThat(read("err")).contains("The meter was lost once");
        List<Sample> samples =
                JournalReader.read(latest().resolve("journal.jsonl")).samples();
        assertThat(samples).filteredOn(Sample::lost).hasSize(1);
    }

    @Test
    void anInterruptedRunStillDrawsItsFigures() throws IOException, InterruptedException {
        Process process = assay().start("--suite=startup", "--blocks=2000", "--color=never");
        Path journal = awaitLines(process, 80);
        Running.signal("INT", List.of(process.pid()));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(read("err")).doesNotContain("Exception");
        assertThat(journal.resolveSibling("report.html")).isNotEmptyFile();
        assertThat(journal.resolveSibling("charts/startup.png")).isNotEmptyFile();
    }

    @Test
    void anInterruptedRunKeepsWhatItMeasured() throws IOException, InterruptedException {
        Process process = assay().start("--suite=numeric", "--runtimes=python", "--color=never");
        Path journal = awaitLines(process, 4);
        Running.signal("INT", List.of(process.pid()));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        Recording recording = JournalReader.read(journal);
        assertThat(recording.partial()).isTrue();
        assertThat(recording.samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.ok()).isTrue());
        Path run = journal.resolveSibling("run.json");
        assertThat(JSON.readTree(Files.readString(run)).path("partial").asBoolean(false))
                .isTrue();
        assertThat(RunSchema.problems(run)).isEmpty();
        assertThat(journal.resolveSibling("report.html")).isNotEmptyFile();
        assertThat(latest()).doesNotExist();
    }

    /** The journal of a run that goes on, as soon as it has that many lines. */
    private Path awaitLines(Process process, int lines) throws IOException, InterruptedException {
        @Nullable Path journal = null;
        while (journal == null || Files.readAllLines(journal).size() < lines) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(() -> "it ended by itself: " + read("err"))
                    .isFalse();
            journal = journal();
        }
        return journal;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The journal of the one run there is; null while there is none. */
    private @Nullable Path journal() throws IOException {
        if (!Files.isDirectory(folder.resolve("results"))) {
            return null;
        }
        try (var runs = Files.list(folder.resolve("results"))) {
            return runs.map(run -> run.resolve("journal.jsonl"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Test
    void twoCommandsAreComparedLikeAnyPair() throws IOException, InterruptedException {
        Ended ended = assay().run(
                        "compare",
                        "--baseline",
                        "sh -c 'i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo \"a  b\"'",
                        "--contender",
                        "printf '%s\\n' 'a  b'",
                        "--runs=6",
                        "--seed=3");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode comparison = run().path("comparisons").get(0);
        assertThat(comparison.path("baseline").asString()).isEqualTo("compare/commands:command:baseline@0x1");
        assertThat(comparison.path("ratio").asDouble()).isPositive();
        assertThat(comparison.path("blocks").asInt()).isEqualTo(6);
        assertThat(run().path("commandLine").valueStream().map(JsonNode::asString))
                .startsWith("java", "-jar", "target/assay.jar", "compare")
                .contains("--contender=printf '%s\\n' 'a  b'", "--seed=3");
        assertThat(ended.out()).contains("Baseline / contender").contains("wall time");
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        assertThat(latest().resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void commandsSeeTheUsersEnvironmentAndNothingOfItIsWritten() throws IOException, InterruptedException {
        Ended ended = assay().environment("ASSAY_IT_PASSWORD", "correct-horse-battery")
                .environment("PYTHONUNBUFFERED", "1")
                .run(
                        "compare",
                        "--baseline",
                        "sh -c 'test ${#ASSAY_IT_PASSWORD} = 21 && test \"$PYTHONUNBUFFERED\" = 1'",
                        "--contender",
                        "true",
                        "--runs=2");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain("correct-horse-battery");
        assertThat(ended.err().replaceAll("\\s+", " "))
                .as("what slows programs down is said")
                .contains("Both commands get your whole environment", "PYTHONUNBUFFERED, which makes printing");
        try (var files = Files.walk(latest().toRealPath())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("correct-horse-battery"));
        }
    }

    @Test
    void commandsThatPrintDifferentThingsAreNotCompared() throws IOException, InterruptedException {
        Ended differing = call().run("compare", "--baseline", "echo one", "--contender", "echo two", "--runs=2");
        assertThat(differing.code()).isEqualTo(3);
        assertThat(differing.err()).contains("its output differs from that of").contains("--ignore-output");
        Ended ignored = call().run(
                        "compare", "--baseline", "echo one", "--contender", "echo two", "--runs=2", "--ignore-output");
        assertThat(ignored.code()).as(ignored.err()).isZero();
    }

    /** What no claim is about, and what takes a tool that this machine has not, is omitted; the primary programs never are. */
    private static void worksOrIsAVariantThatIsOmitted(JsonNode trial) {
        String id = trial.path("id").asString();
        if (id.matches("[^:]+:(rust|python|c):std@.*")
                || !trial.path("status").asString().equals("skipped")) {
            assertThat(trial.path("status").asString()).as(id).isEqualTo("ok");
        } else {
            assertThat(trial.path("reason").asString()).as(id).isNotBlank();
        }
    }
}
