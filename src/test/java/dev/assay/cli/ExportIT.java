package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that is kept, exported and read by the programs that the formats are of. */
class ExportIT {
    private static final Path ENVIRONMENT = Path.of("target", "pyperf").toAbsolutePath();
    private static final String PYTHON = ENVIRONMENT.resolve("bin/python").toString();
    private static final Pattern NO_NETWORK = Pattern.compile(
            "Failed to establish a new connection|name resolution|Network is unreachable|timed out|Name or service not known");

    /** Each trial is a benchmark whose mean is that of hyperfine's file; then the command reads it too. */
    private static final String READ_BACK = """
            import csv, json, math, sys
            import pyperf
            folder = sys.argv[1]
            suite = pyperf.BenchmarkSuite.load(folder + "/pyperf.json")
            expected = json.load(open(folder + "/hyperfine.json", encoding="utf-8"))["results"]
            rows = list(csv.DictReader(open(folder + "/hyperfine.csv", encoding="utf-8", newline="")))
            assert suite.get_benchmark_names() == [result["command"] for result in expected]
            assert [row["command"] for row in rows] == [result["command"] for result in expected]
            for benchmark, result, row in zip(suite, expected, rows):
                assert len(benchmark.get_values()) == len(result["times"]) == benchmark.get_nrun()
                assert math.isclose(benchmark.mean(), result["mean"], rel_tol=1e-12)
                assert math.isclose(benchmark.median(), result["median"], rel_tol=1e-12)
                assert math.isclose(benchmark.stdev(), result["stddev"], rel_tol=1e-9)
                assert float(row["mean"]) == result["mean"]
            print(len(suite))
            """;

    @TempDir
    private Path folder;

    /** Only a missing network excuses: anything else that goes wrong here is a failure. */
    @BeforeAll
    static void installPyperf() {
        if (!python("-c", "import pyperf").ok()) {
            CommandResult made = run("/usr/bin/env", "python3", "-m", "venv", ENVIRONMENT.toString());
            assertThat(made.ok()).as(made.stdout() + made.stderr()).isTrue();
            CommandResult installed = python("-m", "pip", "install", "--quiet", "pyperf==2.11.0");
            assumeFalse(
                    NO_NETWORK.matcher(installed.stderr()).find(),
                    "pyperf cannot be installed from PyPI without a network, so nothing was read back");
            assertThat(installed.ok()).as(installed.stderr()).isTrue();
        }
    }

    private static CommandResult python(String... arguments) {
        List<String> argv = new ArrayList<>(List.of(PYTHON));
        argv.addAll(List.of(arguments));
        return run(argv.toArray(String[]::new));
    }

    private static CommandResult run(String... argv) {
        return new CommandRunner()
                .run(new Invocation(
                        List.of(argv), System.getenv(), Path.of("").toAbsolutePath(), Duration.ofMinutes(5)));
    }

    @Test
    void pyperfAndPythonReadTheSampleRun() throws IOException, InterruptedException {
        Path run = Files.createDirectories(folder.resolve("results/kept"));
        Files.copy(AssayProcess.project().resolve("results/sample/journal.jsonl"), run.resolve("journal.jsonl"));
        var ended = new AssayProcess(folder, AssayProcess.project()).run("export", "kept");
        assertThat(ended.code()).as(ended.err()).isZero();
        Path exports = run.resolve("exports");
        assertThat(ended.out()).contains(exports.resolve("junit.xml").toString());

        CommandResult read = python("-c", READ_BACK, exports.toString());
        assertThat(read.ok()).as(read.stderr()).isTrue();
        assertThat(read.stdout().strip()).isEqualTo("231");
        CommandResult shown = python(
                "-m",
                "pyperf",
                "show",
                "--quiet",
                exports.resolve("pyperf.json").toString());
        assertThat(shown.ok()).as(shown.stderr()).isTrue();
        assertThat(shown.stdout()).contains("numeric/nbody:rust:std@27000x1");
    }

    @Test
    void oneFormatIsWrittenAloneAndAWrongOneIsRefused() throws IOException, InterruptedException {
        Path run = Files.createDirectories(folder.resolve("results/kept"));
        Files.copy(AssayProcess.project().resolve("results/sample/journal.jsonl"), run.resolve("journal.jsonl"));
        var one = new AssayCall(folder, AssayProcess.project()).run("export", "kept", "--format=bencher");
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(run.resolve("exports")).isDirectoryContaining("glob:**/bencher.json");
        assertThat(run.resolve("exports")).isDirectoryNotContaining("glob:**/{junit.xml,jmh.json}");
        var wrong = new AssayCall(folder, AssayProcess.project()).run("export", "kept", "--format=xml");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--format=xml is not valid");
    }
}
