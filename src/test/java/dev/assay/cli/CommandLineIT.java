package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line answers without measuring anything. */
class CommandLineIT {
    @TempDir
    private Path folder;

    private Ended assay(String... arguments) {
        return new AssayCall(folder, AssayProcess.project()).run(arguments);
    }

    private Ended jar(String... arguments) throws IOException, InterruptedException {
        return new AssayProcess(folder, AssayProcess.project()).run(arguments);
    }

    @Test
    void helpShowsCommandsExamplesAndExitCodes() throws IOException, InterruptedException {
        Ended ended = jar("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains(
                        "run",
                        "list",
                        "compare",
                        "report",
                        "mvn exec:java -Dsuite=all",
                        "Exit codes: 0 done",
                        "5 --fail-on had nothing to judge",
                        "70 a bug in Assay");
        assertThat(assay("compare", "--help").out()).contains("--baseline", "--ignore-output", "no shell is run");
        assertThat(assay("--version").out()).matches("Assay [0-9].*\\R");
    }

    @Test
    void listShowsEverythingThatAUserCanAskFor() throws IOException, InterruptedException {
        Ended ended = assay("list");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        "suite numeric",
                        "numeric/nbody",
                        "rust:std, python:std, c:std",
                        "with --variants=all: ",
                        "safety/use-after-free",
                        "smoke                    4 blocks of everything; no verdicts",
                        "quick, the default       10 to 60 blocks of everything, within 3 min",
                        "speed.close-to-c",
                        "(Not testable by a program.)",
                        "runtimes here",
                        "Python packages");
        assertThat(ended.out().lines()).anyMatch(line -> line.matches("  rust +[0-9.]+( .*)?"));
        assertThat(ended.out().lines())
                .as("only a word that is longer than its column, such as a path, may pass 80 columns")
                .allMatch(line -> line.length() <= 80 || !line.strip().contains(" "));
    }

    @Test
    void listSaysWhatWouldBeOmittedHereAndWhy() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        home.workload("some/free", "python-ft", "program.py", "print(42)\n");
        home.workload("some/pypy", "pypy", "program.py", "print(42)\n");
        home.workload("some/rust", "rust", "program.rs", "fn main() {}\n");
        Path tools = Files.createDirectory(folder.resolve("no tools"));
        Ended ended = new AssayCall(folder, home.root())
                .environment("PATH", tools.toString())
                .environment("HOME", tools.toString())
                .run("list", "--suite=some", "--offline");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains("rust missing: Rust (cargo and rustc")
                .contains("-Druntimes=... without rust to skip its programs")
                .contains("pypy missing: PyPy was not found")
                .contains("Its programs would be skipped: some/pypy")
                .contains("Its programs would be skipped: some/free");
    }

    @Test
    void listSaysWhatIsNotFetchedYet() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        home.python("some/plain", "print(42)\n");
        Path manifest = home.root().resolve("workloads/some/plain/workload.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                "\"implementations\": [",
                                "\"implementations\": [{\"runtime\": \"python\","
                                        + " \"variant\": \"numpy\", \"source\": \"program.py\", \"needs\": [\"numpy\"]}, "));
        AssayCall assay = new AssayCall(folder, home.root());
        assertThat(assay.run("list").out().replaceAll("\\s+", " "))
                .contains("Python packages numpy: not installed yet; downloaded when needed");
        assertThat(assay.run("list", "--offline").out().replaceAll("\\s+", " "))
                .contains(
                        "numpy: not installed yet, and --offline does not allow downloads Its programs would be skipped: some/plain");
    }

    @Test
    void listAndVerifyTellWhatRunsOnRequestFromTheRest() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        String c = "#include <stdio.h>\nint main(void) { puts(\"42\"); return 0; }\n";
        home.pair("some/plain", "print(42)\n", c).pair("rare/large", "print(42)\n", c);
        Path manifest = home.root().resolve("workloads/rare/large/workload.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"implementations\": [", "\"onRequest\": true, \"implementations\": ["));
        AssayCall assay = new AssayCall(folder, home.root());
        assertThat(assay.run("list").out().lines())
                .anyMatch(line -> line.contains("rare/large") && line.contains("(on request)"))
                .anyMatch(line -> line.contains("some/plain") && !line.contains("(on request)"));
        assertThat(assay.run("verify", "--sizes=1").err())
                .contains("some/plain: 2 programs")
                .doesNotContain("rare/large");
        assertThat(assay.run("verify", "--sizes=1", "--suite=rare").err()).contains("rare/large: 2 programs");
    }

    @Test
    void listKnowsTheSuiteAndTheWorkloadThatAreAskedFor() throws IOException, InterruptedException {
        Ended ended = assay("list", "--suite=numeric", "--workload=fib");
        assertThat(ended.out()).contains("numeric/fib").doesNotContain("nbody", "suite memory");
        Ended wrong = assay("list", "--suite=numerik");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean 'numeric'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--suite=numerik   | There is no suite 'numerik'; did you mean 'numeric'?",
                "--workload=nbdy   | matches 'nbdy'; did you mean 'nbody'?",
                "--profile=fast    | 'fast' is not a valid profile: choose one of smoke, quick, full",
                "--threads=0       | --threads=0 is out of range: give numbers from 1 to 1024",
                "--threads=two     | --threads=two is not a whole number: give one, such as 3.",
                "--blocks=0        | --blocks=0 is out of range",
                "--precision=2    | --precision=2 is not a valid precision",
                "--budget=soon    | --budget=soon is not a valid time",
                "--runtimes=ruby   | --runtimes=ruby is not valid: give one or more of rust, python, c, cpp, pypy, python-ft.",
                "--runtimes=,      | --runtimes= is empty. Give one or more of rust, python, c",
                "--results=        | --results= is empty",
                "--python=         | --python= is empty. Give an interpreter",
                "--fail-on=boredom | --fail-on=boredom is not valid",
                "--timeout=soon    | --timeout=soon is not a valid time",
                "--seed=x          | --seed=x is not a whole number",
                "--cpus=many       | --cpus=many is not a valid list of processors",
                "--memory-limit=2G | --memory-limit=2G is not a valid size",
                "--cpu-limit=0s    | --cpu-limit=0s is not a valid time",
                "--process-limit=0 | --process-limit=0 is out of range",
                "--sweet=all       | Unknown option: '--sweet=all'",
            })
    void aWrongOptionIsAnsweredInWordsAndWithTwo(String option, String words) throws IOException, InterruptedException {
        Ended ended = assay("run", option);
        assertThat(ended.err()).contains(words).doesNotContain("building");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void anOptionThatCommandsTheTerminalIsShownAndNotObeyed() throws IOException, InterruptedException {
        Ended ended = assay("run", "--swe\u001b[31met\n::error::x");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Unknown option: '--swe⟨U+001B⟩[31met\n: :error::x'");
    }

    @Test
    void whatFixesHowMuchIsMeasuredDoesNotGoWithWhatHasItFollow() throws IOException, InterruptedException {
        Ended run = assay("run", "--blocks=20", "--budget=5m");
        assertThat(run.err()).contains("--blocks=20 and --budget=5m cannot be combined");
        assertThat(run.code()).isEqualTo(2);
        Ended compare = assay("compare", "--baseline=true", "--contender=true", "--runs=20", "--precision=1%");
        assertThat(compare.err()).contains("--runs=20 and --precision=1% cannot be combined");
        assertThat(compare.code()).isEqualTo(2);
    }

    @Test
    void aSystemPropertyIsAnOption() throws IOException, InterruptedException {
        Ended ended = new AssayProcess(folder, AssayProcess.project())
                .jvm("-Dprofile=fast")
                .jvm("-Dversion=1.2")
                .run();
        assertThat(ended.err()).contains("'fast' is not a valid profile: choose one of smoke, quick, full");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void resultsThatCannotBeWrittenAreFoundBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("a file"));
        Ended ended = jar("run", "--suite=startup", "--profile=smoke", "--results=" + file);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("Cannot write " + file)
                .contains("--results=DIR")
                .doesNotContain("Measuring");
    }

    @Test
    void aFolderWithoutARunIsNamed() throws IOException, InterruptedException {
        Ended ended = assay("report", "nowhere");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no run nowhere");
    }

    @Test
    void aCommandThatCannotBeStartedIsAWrongOption() throws IOException, InterruptedException {
        Ended missing = assay("compare", "--baseline", "no-such-program", "--contender", "true");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("--baseline: no program 'no-such-program' on the PATH");
        Ended unclosed = assay("compare", "--baseline", "true", "--contender", "echo 'x");
        assertThat(unclosed.code()).isEqualTo(2);
        Ended alone = assay("compare", "--baseline", "true");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("--contender");
    }

    @Test
    void twoRunsAreComparedAndARegressionIsAGate() throws IOException, InterruptedException {
        String sample = AssayProcess.project().resolve("results/sample").toString();
        Path slower = Files.createDirectories(folder.resolve("results/slower"));
        String same = Files.readString(Path.of(sample, "journal.jsonl"))
                .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"slower\"")
                // ten times as long: a digit more
                .replaceAll("(\"trial\":\"numeric/nbody:rust.*?\"workNs\":[0-9]+)", "$10");
        Files.writeString(slower.resolve("journal.jsonl"), same);
        Ended unchanged = assay("compare", sample, "slower", "--fail-on=regression");
        assertThat(unchanged.code())
                .as("no program has changed: " + unchanged.out())
                .isZero();
        assertThat(unchanged.out()).contains("so the machine caused the difference");
        Files.writeString(
                slower.resolve("journal.jsonl"),
                same.replaceAll("(rust/layouts/[^/]+/numeric-nbody\":\")[0-9a-f]{64}", "$1" + "ab".repeat(32)));
        Ended compared = assay("compare", sample, "slower", "--output=" + folder.resolve("files"));
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("B slower", "1 got worse from A to B");
        assertThat(folder.resolve("files/compare.json")).isNotEmptyFile();
        assertThat(folder.resolve("files/compare.md")).isNotEmptyFile();
        assertThat(jar("compare", sample, "slower", "--fail-on=regression", "--output=relative")
                        .code())
                .isEqualTo(1);
        assertThat(folder.resolve("relative/compare.json")).isNotEmptyFile();
        assertThat(assay("compare", "slower", sample, "--fail-on=regression").code())
                .isZero();
    }

    @Test
    void whatCannotBeComparedIsAWrongOption() throws IOException, InterruptedException {
        String sample = AssayProcess.project().resolve("results/sample").toString();
        refused("use one or the other", "compare", sample, sample, "--baseline=true");
        refused("are the same run", "compare", sample, sample);
        refused("compare needs two runs", "compare", sample);
        refused("There is no run nowhere", "compare", sample, "nowhere");
        refused("There is no run in", "compare", sample, folder.toString());
        refused("compare takes two commands", "compare");
        refused("--fail-on=refuted does not apply to two runs", "compare", sample, sample, "--fail-on=refuted");
        refused("is for two runs", "compare", "--baseline=true", "--contender=true", "--output=files");
        refused(
                "does not apply to two commands",
                "compare",
                "--baseline=true",
                "--contender=true",
                "--fail-on=refuted");
        refused("needs a run to compare with", "run", "--fail-on=regression");
        refused("There is no run nowhere", "run", "--against=nowhere");
    }

    private void refused(String message, String... arguments) {
        Ended ended = assay(arguments);
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(message);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aBrokenManifestIsNamedWithItsLine() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home")).python("a/b", "print(42)\n");
        Path manifest = home.root().resolve("workloads/a/b/workload.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"title\"", "\"titel\""));
        Ended ended = new AssayCall(folder, home.root()).run("list");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("a/b/workload.json:1")
                .contains("titel")
                .contains("title");
    }

    @Test
    void aMistypedPropertyIsNotIgnoredInSilence() throws IOException, InterruptedException {
        Ended ended = new AssayProcess(folder, AssayProcess.project())
                .jvm("-Dsuites=numeric")
                .run("list");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("Unknown option -Dsuites (ignored). Did you mean -Dsuite?");
    }

    @Test
    void runtimesWithoutAProgramAreNothingToMeasure() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home")).python("a/b", "print(42)\n");
        Ended ended = new AssayCall(folder, home.root()).run("--runtimes=c,rust");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is nothing to measure: a/b has no program in rust, c.");
    }
}
