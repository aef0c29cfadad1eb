package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.cli.RunSchema;
import dev.assay.console.Console;
import dev.assay.fixture.FormerRun;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.model.run.TrialId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that is kept, compared with copies of it in which one thing has changed. */
class RunComparerTest {
    private static final String NBODY = "numeric/nbody:rust:std@40000x1";
    /** The kept journal has the former word for work time. */
    private static final Pattern TIMES = Pattern.compile("\"(kernelNs|wallNs)\":([0-9]+)");

    private static final Pattern HASH = Pattern.compile("(\"[^\"]+\"):\"[0-9a-f]{64}\"");

    @TempDir
    private Path results;

    private final StringWriter out = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false, false, 80);

    @BeforeEach
    void baseline() throws IOException {
        copy("a", line -> line);
    }

    private Path copy(String id, UnaryOperator<String> edit) throws IOException {
        Path folder = Files.createDirectories(results.resolve(id));
        List<String> lines = FormerRun.lines().stream()
                .map(line -> line.startsWith("{\"kind\":\"header\"")
                        ? line.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + id + "\"")
                        : line)
                .map(edit)
                .toList();
        Files.writeString(folder.resolve("journal.jsonl"), String.join("\n", lines) + "\n");
        return folder;
    }

    private RunComparison compared() {
        return RunComparer.compare(console, List.of(Path.of("a"), Path.of("b")), results, null);
    }

    private static Change change(RunComparison runs, String trial, boolean timed) {
        return runs.changes().stream()
                .filter(change -> change.comparison().baseline().equals(TrialId.parse(trial))
                        && change.comparison().metric().timed() == timed)
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<String> slower(String trial, double factor) {
        return line -> line.contains("\"trial\":\"" + trial)
                ? TIMES.matcher(line).replaceAll(time -> scaled(time, factor))
                : line;
    }

    private static String scaled(MatchResult time, double factor) {
        return "\"" + time.group(1) + "\":" + Math.round(Long.parseLong(time.group(2)) * factor);
    }

    private static UnaryOperator<String> header(UnaryOperator<String> edit) {
        return line -> line.startsWith("{\"kind\":\"header\"") ? edit.apply(line) : line;
    }

    /** Gives every executable whose path holds a text another hash. */
    private static String rebuilt(String header, String path) {
        int programs = header.indexOf("\"programs\":");
        String changed = HASH.matcher(header.substring(programs))
                .replaceAll(entry -> entry.group(1).contains(path)
                        ? entry.group(1) + ":\"" + "ab".repeat(32) + "\""
                        : entry.group());
        return header.substring(0, programs) + changed;
    }

    @Test
    void aRunOfTheSameIsNotAChange() throws IOException {
        copy("b", line -> line);
        RunComparison runs = compared();
        assertThat(runs.regressed()).isFalse();
        assertThat(runs.alone()).isEmpty();
        assertThat(runs.notices()).isEmpty();
        assertThat(runs.reference()).isEqualTo("the canary's program");
        assertThat(runs.changes()).hasSize(2 * 190).allSatisfy(change -> {
            assertThat(change.comparison().estimate().value()).isCloseTo(1, within(1e-12));
            assertThat(change.comparison().verdict()).isIn(Verdict.EQUIVALENT, Verdict.UNCLEAR);
        });
        assertThat(change(runs, NBODY, true).comparison().metric()).isEqualTo(Metric.WORK);
    }

    @Test
    void aProgramThatGotSlowerIsFoundAndNoOther() throws IOException {
        copy(
                "b",
                line -> header(text -> rebuilt(text, "rust/release/numeric-nbody"))
                        .apply(slower(NBODY, 1.3).apply(line)));
        RunComparison runs = compared();
        assertThat(runs.changes()).filteredOn(Change::regressed).singleElement().satisfies(change -> {
            assertThat(change.comparison().baseline()).hasToString(NBODY);
            assertThat(change.comparison().estimate().value()).isCloseTo(1 / 1.3, within(1e-6));
            assertThat(change.comparison().reasons()).isEmpty();
            assertThat(change.differences()).containsExactly("another build");
        });
        assertThat(out.toString()).contains("B slower", "1 got worse from A to B");
    }

    /** Its hash is the same in both runs: whatever made it slower was not the program. */
    @Test
    void aProgramThatIsTheSameCannotRegress() throws IOException {
        copy("b", slower(NBODY, 1.3));
        RunComparison runs = compared();
        assertThat(runs.regressed()).isFalse();
        assertThat(runs.tells()).isTrue();
        Change change = change(runs, NBODY, true);
        assertThat(change.same()).isTrue();
        assertThat(change.isEvent()).isTrue();
        assertThat(change.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.comparison().reasons())
                .containsExactly("the program is the same in both runs, so the machine caused the difference");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("0 got worse from A to B", "In 1 of them the program is the same in both runs");
    }

    /** Another layout of the same code is another build, and one of three that changed is enough. */
    @Test
    void oneOfItsBuildsThatIsAnotherMakesItAnother() throws IOException {
        copy(
                "b",
                line -> header(text -> rebuilt(text, "rust/layout-1/release/numeric-nbody"))
                        .apply(slower(NBODY, 1.3).apply(line)));
        assertThat(change(compared(), NBODY, true).differences()).containsExactly("another build");
    }

    @Test
    void anInterpretedProgramIsTheSameByItsTextAndInterpreter() throws IOException {
        String python = "numeric/nbody:python:std@40000x1";
        copy("b", slower(python, 1.3));
        assertThat(change(compared(), python, true).same()).isTrue();
        copy(
                "b",
                line -> header(text -> rewritten(text, "numeric/nbody", "python"))
                        .apply(slower(python, 1.3).apply(line)));
        Change change = change(compared(), python, true);
        assertThat(change.differences()).containsExactly("another source");
        assertThat(change.regressed()).isTrue();
    }

    private static String rewritten(String header, String workload, String runtime) {
        return header.replaceFirst(
                "(\"workload\":\"" + workload + "\",\"runtime\":\"" + runtime
                        + "\",\"variant\":\"std\",\"path\":\"[^\"]+\",\"sha256\":\")[0-9a-f]{64}",
                "$1" + "cd".repeat(32));
    }

    @Test
    void theOtherWayRoundItGotFaster() throws IOException {
        copy(
                "b",
                line -> header(text -> rebuilt(text, "rust/release/numeric-nbody"))
                        .apply(slower(NBODY, 1 / 1.3).apply(line)));
        RunComparison runs = compared();
        assertThat(change(runs, NBODY, true).comparison().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(runs.regressed()).isFalse();
    }

    @Test
    void lessThanTenPerCentIsNotAVerdict() throws IOException {
        copy("b", slower(NBODY, 1.08));
        assertThat(change(compared(), NBODY, true).comparison().verdict()).isEqualTo(Verdict.EQUIVALENT);
    }

    @Test
    void aMachineThatIsFasterTodayIsNotAChangeOfAnyProgram() throws IOException {
        copy("b", slower("", 0.6));
        RunComparison runs = compared();
        assertThat(runs.changes())
                .noneMatch(change -> change.comparison().verdict() == Verdict.BETTER || change.regressed());
    }

    @Test
    void memoryIsComparedAsItIs() throws IOException {
        copy(
                "b",
                line -> line.contains("\"trial\":\"" + NBODY)
                        ? Pattern.compile("\"peakBytes\":([0-9]+)")
                                .matcher(line)
                                .replaceAll(peak -> "\"peakBytes\":" + Long.parseLong(peak.group(1)) * 3 / 2)
                        : line);
        Change change = change(compared(), NBODY, false);
        assertThat(change.isEvent()).isTrue();
        assertThat(change.regressed()).isFalse();
        assertThat(change.comparison().estimate().value()).isCloseTo(1 / 1.5, within(0.01));
    }

    @Test
    void anotherMachineIsSaidLoudly() throws IOException {
        copy(
                "b",
                line -> line.replaceAll("\"cpuModel\":\"[^\"]+\"", "\"cpuModel\":\"Other CPU\"")
                        .replaceAll("\"os\":\"[^\"]+\"", "\"os\":\"Other Linux\""));
        assertThat(compared().notices())
                .satisfiesExactly(
                        machine -> {
                            assertThat(machine.code()).isEqualTo("other-machine");
                            assertThat(machine.misleads()).isTrue();
                            assertThat(machine.message()).contains("Other CPU, 2 logical processors, 24 GiB");
                        },
                        system -> assertThat(system.message()).contains("is Other Linux"));
        assertThat(out.toString()).contains("other-machine: The runs are from different machines");
    }

    @Test
    void aReferenceThatWasBuiltAnewIsNone() throws IOException {
        copy("b", header(line -> rebuilt(line, "/workloads/c/")));
        RunComparison runs = compared();
        assertThat(runs.reference()).isEqualTo(NBODY);
        assertThat(change(runs, NBODY, true).comparison().reasons()).containsExactly("it is the reference");
        assertThat(change(runs, "numeric/nbody:c:std@40000x1", true).differences())
                .containsExactly("another build");
        assertThat(change(runs, NBODY, true).differences()).isEmpty();
    }

    @Test
    void withoutAnyReferenceTimesGetNoVerdict() throws IOException {
        copy(
                "b",
                line -> header(text -> rebuilt(text, "/"))
                        .apply(slower(NBODY, 3).apply(line)));
        RunComparison runs = compared();
        assertThat(runs.reference()).isNull();
        assertThat(runs.notices()).extracting(Warning::code).containsExactly("no-reference");
        assertThat(change(runs, NBODY, true).comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change(runs, NBODY, true).comparison().estimate().value()).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(change(runs, NBODY, false).comparison().verdict()).isEqualTo(Verdict.EQUIVALENT);
    }

    @Test
    void trialsOfOneRunOnlyAreListedWithTheReason() throws IOException {
        copy("b", line -> line.replace(NBODY, "numeric/nbody:rust:std@90000x1"));
        assertThat(compared().alone())
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains(NBODY, "measured there at another size, 90000"),
                        one -> assertThat(one).contains("@90000x1", "measured there at another size, 40000"));
        assertThat(out.toString()).contains("In one run only", NBODY + " only in A");
    }

    @Test
    void aSmokeRunGivesNoVerdicts() throws IOException {
        copy(
                "b",
                line -> header(text -> text.replace("\"profile\":\"quick\",\"seed\"", "\"profile\":\"smoke\",\"seed\""))
                        .apply(slower(NBODY, 3).apply(line)));
        RunComparison runs = compared();
        assertThat(runs.notices()).extracting(Warning::code).contains("smoke");
        assertThat(runs.changes()).allMatch(change -> change.comparison().verdict() == Verdict.INCONCLUSIVE);
    }

    @Test
    void aRunThatWasCutShortIsComparedForWhatItHas() throws IOException {
        Path journal = copy("b", line -> line).resolve("journal.jsonl");
        String text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() * 2 / 3));
        RunComparison runs = compared();
        assertThat(runs.notices()).extracting(Warning::code).containsExactly("partial");
        assertThat(runs.regressed()).isFalse();
    }

    @Test
    void whatIsNotARunIsSaidToBeNone() throws IOException {
        assertThatThrownBy(this::compared)
                .isInstanceOf(Usage.class)
                .hasMessageContaining("There is no run b")
                .hasMessageContaining(results.toString());
        Files.createDirectories(results.resolve("b"));
        assertThatThrownBy(this::compared).isInstanceOf(Usage.class).hasMessageContaining("There is no run in");
        Files.writeString(results.resolve("b/run.json"), "{}");
        assertThatThrownBy(this::compared).isInstanceOf(Usage.class).hasMessageContaining("is missing: there is no");
        copy("b", line -> line.contains(NBODY) && line.contains("\"block\":3,") ? "{\"kind\":" : line);
        assertThatThrownBy(this::compared).isInstanceOf(Malformed.class).hasMessageContaining("not JSON");
    }

    @Test
    void aRunIsFoundByItsFolderItsNameOrAsTheLatest() throws IOException {
        Path b = copy("b", line -> line);
        Files.createSymbolicLink(results.resolve("latest"), Path.of("a"));
        List<Path> runs = List.of(b, Path.of("latest"));
        assertThat(RunComparer.compare(console, runs, results, null).contender().id())
                .isEqualTo("a");
        assertThatThrownBy(() -> RunComparer.compare(console, List.of(Path.of("a"), Path.of("latest")), results, null))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("are the same run");
        assertThatThrownBy(() -> RunComparer.compare(console, List.of(Path.of("a")), results, null))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("needs two runs");
    }

    @Test
    void itFitsATerminalAndIsWrittenForProgramsAndPeople() throws IOException {
        copy(
                "b",
                line -> header(text -> rebuilt(rebuilt(text, "/workloads/c/"), "rust/release/numeric-matmul"))
                        .apply(slower("numeric/matmul:rust", 2).apply(line)));
        Path output = results.resolve("files");
        RunComparer.compare(console, List.of(Path.of("a"), Path.of("b")), results, output);
        assertThat(out.toString().lines().filter(line -> !line.startsWith("Files: ")))
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        assertThat(RunSchema.problems(output.resolve("compare.json"), "compare-1.schema.json"))
                .isEmpty();
        assertThat(Files.readString(output.resolve("compare.json"))).contains("\"verdict\" : \"worse\"");
        assertThat(Files.readString(output.resolve("compare.md")))
                .contains("## b against a", "| numeric/matmul:rust:std@220x1 | work time |", "B slower");
    }
}
