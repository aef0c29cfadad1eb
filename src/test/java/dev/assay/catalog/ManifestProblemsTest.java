package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.TrialRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader says of a manifest in which one thing is wrong. */
class ManifestProblemsTest {
    private static final String HASH = "1".repeat(64);

    @TempDir
    private Path root;

    private static Arguments change(String old, String with, String line, String problem) {
        return Arguments.of(old, with, line, problem);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "'Sum',",
                        "'Sum'",
                        "5:3",
                        "not JSON: Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries; fix it here"),
                change(
                        "'Sum',",
                        "'Sum', 'title': 'S',",
                        "4:26",
                        "not JSON: Duplicate Object property \"title\"; fix it here"),
                change("'title'", "'titel'", "4", "'titel' is not a field of the workload; did you mean 'title'?"),
                change(
                        "'Sum',",
                        "'Sum', 'colour': 1,",
                        "4",
                        "'colour' is not a field of the workload; its fields are schema, id, title, task, algorithm, trap, parameter, sizes,"
                                + " expected, workTime, onRequest, threads, input, service, implementations"),
                change("'title': 'Sum',", "", "1", "'title' is missing; give a name for readers"),
                change("'Sum'", "' '", "4", "'title' is ' '; give a name for readers"),
                change("'Sum'", "''", "4", "'title' is empty; give a name for readers"),
                change("'quick': 100,", "", "9", "'sizes.quick' is missing; give a whole number from 0 to 10^18"),
                change("100,", "'100',", "11", "'sizes.quick' is a text; give a whole number from 0 to 10^18"),
                change("100,", "1.5,", "11", "'sizes.quick' is 1.5; give a whole number from 0 to 10^18"),
                change("100,", "-1,", "11", "'sizes.quick' is -1; give a whole number from 0 to 10^18"),
                change("100,", "null,", "11", "'sizes.quick' is null; give a whole number from 0 to 10^18"),
                change(
                        "100,",
                        "1000000000000000001,",
                        "11",
                        "'sizes.quick' is 1000000000000000001; give a whole number from 0 to 10^18"),
                change(
                        "45\\n",
                        "sha256:45",
                        "15",
                        "'expected.smoke' is 'sha256:45'; give the exact output as text, or 'sha256:' and 64 lower-case hexadecimal digits"),
                change(
                        "true",
                        "'yes'",
                        "19",
                        "'workTime' is a text; give true if the programs report the time of their own work, else false"),
                change("'one'", "'on'", "20", "'threads' is 'on'; did you mean 'one'? Known are one, scaling"),
                change(
                        "'one'",
                        "2",
                        "20",
                        "'threads' is 2; the way in which the programs use threads is one of one, scaling"),
                change(
                        "'python'",
                        "'pyhton'",
                        "22",
                        "'implementations[0].runtime' is 'pyhton'; did you mean 'python'? Known are rust, python, c, cpp, pypy, python-ft"),
                change(
                        "'python'",
                        "'julia'",
                        "22",
                        "'implementations[0].runtime' is 'julia'; the runtime of the program is one of rust, python, c, cpp, pypy, python-ft"),
                change(
                        "'python'",
                        "'c'",
                        "23",
                        "'implementations[1]' is 'c:std' a second time; give it another variant"),
                change(
                        "'add.py'",
                        "'gone.py'",
                        "22",
                        "'implementations[0].source' is ROOT/numeric/add/gone.py, but there is no such file; add it, or remove the"
                                + " program from the list"),
                change(
                        "'add.py'",
                        "'../add/add.py'",
                        "22",
                        "'implementations[0].source' is '../add/add.py'; give the path of a file in the workload's folder, in ASCII letters,"
                                + " digits, '_', '.', '-' and '/'"),
                change(
                        "['-pthread']",
                        "'-pthread'",
                        "27",
                        "'implementations[1].build' is a text; give a list of extra arguments for the compiler"),
                change(
                        "'add.py'",
                        "'add.py', 'needs': ['numpy==2.0']",
                        "22",
                        "'implementations[0].needs[0]' is 'numpy==2.0'; give the name of a package, such as 'numpy', without its version"),
                change(
                        "'add.py'",
                        "'add.py', 'need': ['numpy']",
                        "22",
                        "'implementations[0].need' is not a field of the implementation; did you mean 'needs'?"),
                change(
                        "'add.py'",
                        "'add.py', 'options': []",
                        "22",
                        "'implementations[0].options' has too few entries; give a list of at least one argument for the interpreter"),
                change(
                        "'add.py'",
                        "'add.py', 'compiler': 'clang'",
                        "22",
                        "'implementations[0].compiler' applies only to C and C++ programs, but this program is in 'python'; remove it"),
                change(
                        "'add.py'",
                        "'add.py', 'profile': 'tuned'",
                        "22",
                        "'implementations[0].profile' applies only to Rust programs, but this program is in 'python'; remove it"),
                change(
                        "'add.py'",
                        "'add.py', 'build': ['-O2']",
                        "22",
                        "'implementations[0].build' applies only to C and C++ programs and Python programs with a C extension, but this"
                                + " program is in 'python'; remove it"),
                change(
                        "['-pthread']",
                        "['-pthread'], 'options': ['-S']",
                        "27",
                        "'implementations[1].options' applies only to Python programs, but this program is in 'c'; remove it"),
                change(
                        "['-pthread']",
                        "['-pthread'], 'compiler': 'icc'",
                        "27",
                        "'implementations[1].compiler' is 'icc'; the compiler of C or C++ to take in place of the usual one is always clang"),
                change(
                        "'add.py'",
                        "'add.py', 'shared': ['gone.py']",
                        "22",
                        "'implementations[0].shared[0]' is ROOT/numeric/gone.py, but there is no such file; add it, or remove the"
                                + " program from the list"),
                change(
                        "'add.py'",
                        "'add.py', 'shared': ['../gone.py']",
                        "22",
                        "'implementations[0].shared[0]' is '../gone.py'; give the name of a file in the suite's folder, in ASCII"
                                + " letters, digits, '_', '.' and '-'"),
                change(
                        "'add.py'",
                        "'add.py', 'extension': {'language': 'c', 'source': 'gone.c', 'module': 'gone'}",
                        "22",
                        "'implementations[0].extension.source' is ROOT/numeric/add/gone.c, but there is no such file; add it, or"
                                + " remove the program from the list"),
                change(
                        "'add.py'",
                        "'add.py', 'extension': {'language': 'c', 'source': 'add.c', 'module': 'Gone.so'}",
                        "22",
                        "'implementations[0].extension.module' is 'Gone.so'; give the name by which Python imports the library, in lower-case"
                                + " letters, digits and '_'"),
                change(
                        "'add.py'",
                        "'add.py', 'extension': {'language': 'c', 'source': 'add.c', 'module': 'add', 'needs': ['pyo3']}",
                        "22",
                        "'implementations[0].extension.needs' applies only to extensions in Rust; remove it"),
                change(
                        "'add.py'",
                        "'add.py', 'extension': {'language': 'c', 'source': 'add.c'}",
                        "22",
                        "'implementations[0].extension.module' is missing; give the name by which Python imports the library, in lower-case"
                                + " letters, digits and '_'"),
                change(
                        "'add.py'",
                        "'add.py', 'repeat': 1",
                        "22",
                        "'implementations[0].repeat' is 1; give how many times the work is done in one process, a whole number from 2 to 1000"),
                change(
                        "'add.py'",
                        "'add.py', 'repeat': 1001",
                        "22",
                        "'implementations[0].repeat' is 1001; give how many times the work is done in one process, a whole number from 2 to 1000"),
                change(
                        "'add.py'",
                        "'add.py', 'repeat': 30",
                        "22",
                        "'implementations[0].repeat' is there, and 'std' does its work once, as for a user; give this program a"
                                + " variant, such as 'steady'"),
                change(
                        "['-pthread']",
                        "['-pthread'], 'repeat': 30",
                        "27",
                        "'implementations[1].repeat' applies only to Python programs, but this program is in 'c'; remove it"),
                change(
                        "'assay.workload/1'",
                        "'assay.workload/2'",
                        "2",
                        "'schema' is 'assay.workload/2'; give the version of this format, 'assay.workload/1'"),
                change(
                        "'numeric/add'",
                        "'numeric/sum'",
                        "3",
                        "'id' is 'numeric/sum' but the folder is 'numeric/add'; give both the same 'suite/name'"),
                change(
                        "'numeric/add'",
                        "'Sum'",
                        "3",
                        "'id' is 'Sum'; give the folder as 'suite/name', in lower-case letters, digits and dashes"),
                change(
                        "'numeric/add'",
                        "'text/count'",
                        "3",
                        "'id' is 'text/count' but the folder is 'numeric/add', and ROOT/text/count/workload.json has that id too; give both"
                                + " the same 'suite/name'"));
    }

    /** Such a workload ran, and its journal could not be read. */
    @ParameterizedTest
    @CsvSource({
        "noise/canary, 'the suite ''noise'' is reserved; choose another name'",
        "noise/floor, 'the suite ''noise'' is reserved; choose another name'",
        "compare/commands, 'that is reserved for the commands of ''compare''; choose another name'",
        "all/add, '--suite=all means every suite; choose another name'",
    })
    void refusesNamesOfItsOwn(String id, String why) throws IOException {
        Path folder = Files.createDirectories(root.resolve(id));
        Fixture fixture = Fixture.copyTo(root).replace(Fixture.ADD, "numeric/add", id);
        for (String file : new String[] {"workload.json", "add.py", "add.c"}) {
            Files.move(root.resolve("numeric/add").resolve(file), folder.resolve(file));
        }

        assertThat(fixture.failure()).contains("  ROOT/" + id + "/workload.json:3: 'id' is '" + id + "', and " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "none", "claims"})
    void refusesVariantsThatAnOptionCannotName(String variant) {
        Fixture fixture = Fixture.copyTo(root)
                .replace(Fixture.ADD, "\"variant\": \"std\",\n", "\"variant\": \"" + variant + "\",\n");

        assertThat(fixture.failure().toString())
                .contains("'implementations[1].variant' is '" + variant + "', and --variants=" + variant
                        + " means something else; choose another name");
    }

    /** The trials of Assay's own are in the suite that is kept for them. */
    @Test
    void keepsTheSuiteOfItsOwnTrials() {
        assertThat(List.of(TrialRole.FLOOR.workload(), TrialRole.CANARY.workload()))
                .allSatisfy(id -> assertThat(ReservedNames.id(id)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tells(String old, String with, String line, String problem) {
        Fixture fixture = Fixture.copyTo(root).replace(Fixture.ADD, old.replace('\'', '"'), with.replace('\'', '"'));

        assertThat(fixture.problem()).isEqualTo("ROOT/numeric/add/workload.json:" + line + ": " + problem);
    }

    @Test
    void tellsWhatCannotBeRepeated() {
        Fixture fixture = Fixture.copyTo(root)
                .replace(
                        Fixture.ADD,
                        "\"std\", \"source\": \"add.py\"",
                        "\"again\", \"source\": \"add.py\", \"repeat\": 30");
        assertThat(CatalogReader.read(fixture.root())
                        .workload("numeric/add")
                        .orElseThrow()
                        .implementations()
                        .get(0)
                        .repeat())
                .isEqualTo(30);

        assertThat(fixture.replace(Fixture.ADD, "true", "false").problem())
                .endsWith(
                        "'implementations[0].repeat' is there, and 'workTime' is false, so its repetitions cannot be timed; remove it");
        fixture.replace(Fixture.ADD, "false", "true");
        assertThat(fixture.replace(Fixture.ADD, "\"one\"", "\"scaling\"").problem())
                .endsWith(
                        "'implementations[0].repeat' is there, and 'threads' is 'scaling', and only programs of one thread can be"
                                + " repeated; remove it");
    }

    @ParameterizedTest
    @MethodSource("badHashes")
    void tellsTheFormOfAHash(String hash, String shown) {
        assertThat(Fixture.copyTo(root).replace(Fixture.COUNT, HASH, hash).problem())
                .isEqualTo("ROOT/text/count/workload.json:21: 'input.sha256.smoke' is " + shown
                        + "; give 64 lower-case hexadecimal digits");
    }

    static Stream<Arguments> badHashes() {
        return Stream.of(
                Arguments.of("abc", "'abc'"),
                Arguments.of("A".repeat(64), "'" + "A".repeat(64) + "'"),
                Arguments.of(HASH + "\\n", "'" + HASH + "\\n'"),
                Arguments.of("sha256:" + HASH, "'sha256:" + HASH + "'"));
    }

    @Test
    void tellsWhatIsNotText() throws IOException {
        Fixture fixture = Fixture.copyTo(root);
        Files.write(root.resolve(Fixture.ADD), "{\u00ff".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(fixture.problem())
                .startsWith("ROOT/numeric/add/workload.json:1:")
                .endsWith(": not JSON: Invalid UTF-8 start byte 0xff; fix it here");
    }

    @Test
    void tellsThatAFileIsEmpty() {
        assertThat(Fixture.copyTo(root).write(Fixture.ADD, " \n").problem())
                .isEqualTo("ROOT/numeric/add/workload.json: the file is empty; write a JSON object");
    }

    @Test
    void tellsThatAFileIsNotAnObject() {
        assertThat(Fixture.copyTo(root).write(Fixture.ADD, "[1, 2]").problem())
                .isEqualTo(
                        "ROOT/numeric/add/workload.json:1: the whole file is a list; give an object that describes a workload");
    }

    @Test
    void keepsHostileNamesOnOneShortLine() {
        String name = "y".repeat(40_000) + "\\n\\u0000";

        assertThat(Fixture.copyTo(root)
                        .replace(Fixture.ADD, "\"smoke\": 10,", "\"smoke\": 10, \"" + name + "\": 1,")
                        .problem())
                .isEqualTo("ROOT/numeric/add/workload.json:10: '..." + "y".repeat(78)
                        + "\\n?' is not a field of the object 'sizes'; its fields are smoke, quick, full");
    }
}
