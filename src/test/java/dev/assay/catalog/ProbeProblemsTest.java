package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says of a list of probes in which one thing is wrong. */
class ProbeProblemsTest {
    private static final String PROBES = "safety/probes.json";

    private static final String GOOD = """
            {
              'schema': 'assay.probes/1',
              'probes': [
                {
                  'id': 'safety/bad', 'title': 'Bad', 'shows': 'It does not compile.', 'runtime': 'rust', 'edition': '2024',
                  'source': 'bad.rs',
                  'expected': ['rejected'], 'code': 'E0382',
                  'twin': 'safety/fine'
                },
                {
                  'id': 'safety/fine', 'title': 'Fine', 'shows': 'It does.', 'runtime': 'rust', 'edition': '2024',
                  'source': 'fine.rs',
                  'expected': ['compiles']
                },
                {
                  'id': 'safety/grows', 'title': 'Grows', 'shows': 'It grows.', 'runtime': 'python',
                  'source': 'grows.py', 'how': 'memory', 'counts': [10, 20], 'bytesEach': 64,
                  'expected': ['leaks', 'level']
                }
              ]
            }
            """;

    @TempDir
    private Path root;

    private Fixture fixture(String probes) {
        return Fixture.copyTo(root)
                .write(PROBES, probes.replace('\'', '"'))
                .write("safety/bad.rs", "fn main() {\n    wrong\n}\n")
                .write("safety/fine.rs", "fn main() {\n    right\n}\n")
                .write("safety/grows.py", "print()\n");
    }

    private static Arguments change(String old, String with, String line, String problem) {
        return Arguments.of(old, with, line, problem);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "'probes': [",
                        "'probe': [",
                        "3",
                        "'probe' is not a field of the probes file; did you mean 'probes'?"),
                change("'title': 'Bad', ", "", "4", "'probes[0].title' is missing; give a name for readers"),
                change(
                        "'safety/bad'",
                        "'safety/Bad'",
                        "5",
                        "'probes[0].id' is 'safety/Bad'; give the suite's folder and a name as"
                                + " 'suite/name', in lower-case letters, digits and dashes"),
                change(
                        "'safety/bad'",
                        "'errors/bad'",
                        "5",
                        "'probes[0].id' is 'errors/bad' in the suite 'safety'; begin it with 'safety/'"),
                change(
                        "'safety/grows'",
                        "'safety/bad'",
                        "16",
                        "'probes[2].id' is 'safety/bad', as on line 5; give each probe its own id"),
                change(
                        "'python'",
                        "'pyhton'",
                        "16",
                        "'probes[2].runtime' is 'pyhton'; did you mean 'python'? Known are rust, python, c, cpp"),
                change(
                        "'memory'",
                        "'memroy'",
                        "17",
                        "'probes[2].how' is 'memroy'; did you mean 'memory'? Known are build, check, run, memory, race, growth, mutants, weakness, package, project"),
                change(
                        "'level'",
                        "'levels'",
                        "18",
                        "'probes[2].expected[1]' is 'levels'; did you mean 'level'? Known are rejected, compiles,"
                                + " accepted, panics, raises, leaks, level, loses-updates, keeps-updates, counted, measured, stopped, silent, harmless"),
                change("[10, 20]", "[20, 10]", "15", "'probes[2]' cannot be used: the probe needs counts that rise"),
                change(
                        "[10, 20]",
                        "[10]",
                        "17",
                        "'probes[2].counts' has too few entries; give a list of at least two rising counts"),
                change(
                        ", 'bytesEach': 64",
                        "",
                        "15",
                        "'probes[2]' cannot be used: the probe needs two 'counts' at least and 'bytesEach'"),
                change(
                        "'how': 'memory', ",
                        "",
                        "15",
                        "'probes[2]' cannot be used: the probe needs neither 'counts' nor 'bytesEach'"),
                change(
                        "'how': 'memory'",
                        "'how': 'race'",
                        "15",
                        "'probes[2]' cannot be used: the probe needs neither 'counts' nor 'bytesEach'"),
                change(
                        "'python',",
                        "'python', 'edition': '2024',",
                        "15",
                        "'probes[2]' cannot be used: the probe needs an 'edition' if it is in"
                                + " Rust, and only then"),
                change(
                        "'grows.py'",
                        "'gone.py'",
                        "17",
                        "'probes[2].source' is ROOT/safety/gone.py, which cannot be read as UTF-8 text; add it, or remove the probe"
                                + " from the list"),
                change(
                        "'grows.py'",
                        "'../grows.py'",
                        "17",
                        "'probes[2].source' is '../grows.py'; give the path of a file in the suite's folder,"
                                + " in ASCII letters, digits, '_', '.', '-' and '/'"),
                change(
                        ",\n      'twin': 'safety/fine'",
                        "",
                        "4",
                        "'probes[0]' cannot be used: the probe needs a 'twin' that compiles or is accepted, for it must not"),
                change(
                        "'twin': 'safety/fine'",
                        "'twin': 'safety/fin'",
                        "8",
                        "'probes[0].twin' is 'safety/fin', but there is no such probe; did you mean"
                                + " 'safety/fine'?"),
                change(
                        "'twin': 'safety/fine'",
                        "'twin': 'safety/grows'",
                        "8",
                        "'probes[0].twin' is 'safety/grows', which is not expected to be 'compiles'; use one that is"),
                change(
                        "'source': 'bad.rs',",
                        "'source': 'bad.rs', 'how': 'check',",
                        "4",
                        "'probes[0]' cannot be used: the probe needs to be in Python if 'how' is 'check'"),
                change(
                        "'how': 'memory', 'counts': [10, 20], 'bytesEach': 64,",
                        "'how': 'check',",
                        "15",
                        "'probes[2]' cannot be used: the probe needs to be 'accepted' or 'rejected' if 'how' is 'check'; nothing else is 'accepted'"),
                change(
                        "'code': 'E0382'",
                        "'code': 'E0382', 'beside': 'claim.absent'",
                        "7",
                        "'probes[0].beside' is 'claim.absent', but there is no such claim; use one from claims.json"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isToldByLineAndField(String old, String with, String line, String problem) {
        assertThat(GOOD).contains(old);

        assertThat(fixture(GOOD.replace(old, with)).problem())
                .isEqualTo("ROOT/" + PROBES + ":" + line + ": " + problem);
    }

    @Test
    void aTwinThatIsMoreThanALineApartIsRefused() {
        Fixture fixture = fixture(GOOD).write("safety/fine.rs", "fn main() {\n    right;\n    and_more\n}\n");

        assertThat(fixture.problem())
                .isEqualTo(
                        "ROOT/safety/probes.json:8: 'probes[0].twin' is 'safety/fine', but bad.rs and fine.rs differ in more than one"
                                + " line; change, add or remove exactly one line");
    }

    @Test
    void aListThatLiesTooDeepIsRefused() {
        Fixture fixture = fixture(GOOD).write("safety/deep/probes.json", GOOD.replace('\'', '"'));

        assertThat(fixture.problem())
                .isEqualTo(
                        "ROOT/safety/deep/probes.json: the file belongs in the folder of a suite, such as 'safety/probes.json'");
    }

    @Test
    void aGoodListIsReadAndItsProgramsBelongToTheCatalogsHash() {
        Fixture fixture = fixture(GOOD);
        Catalog before = CatalogReader.read(fixture.root());

        assertThat(before.suites()).contains("safety");
        assertThat(before.probes()).extracting(Probe::id).containsExactly("safety/bad", "safety/fine", "safety/grows");
        Probe bad = before.probes().get(0);
        assertThat(bad.procedure().how()).isEqualTo(Probe.How.RUN);
        assertThat(bad.expectation().code()).isEqualTo("E0382");
        assertThat(bad.twin()).isEqualTo("safety/fine");
        assertThat(bad.text()).contains("wrong");
        Probe grows = before.probes().get(2);
        assertThat(grows.runtime()).isEqualTo(Runtime.PYTHON);
        assertThat(grows.procedure().counts()).containsExactly(10L, 20L);
        assertThat(grows.procedure().bytesEach()).isEqualTo(64);
        assertThat(grows.expectation().outcomes()).isEqualTo(List.of(ProbeOutcome.LEAKS, ProbeOutcome.LEVEL));

        fixture.write("safety/grows.py", "print(1)\n");
        Catalog changed = CatalogReader.read(fixture.root());
        assertThat(changed.sha256()).isNotEqualTo(before.sha256());
        fixture.write("safety/grows.py", "print()\n").replace(PROBES, "It grows.", "It grows and grows.");
        assertThat(CatalogReader.read(fixture.root()).sha256()).isNotIn(before.sha256(), changed.sha256());
    }

    @Test
    void anUnknownClaimOfAContradictionIsTold() {
        Fixture fixture = fixture(GOOD);
        String claims = fixture.read(Fixture.CLAIMS);
        String revised = claims.substring(claims.indexOf("\"revised\""));
        String value = revised.substring(0, revised.indexOf('\n'));
        fixture.replace(
                Fixture.CLAIMS,
                value,
                value
                        + ", \"contradictions\": [{\"sections\": \"A; B\", \"text\": \"A says no.\", \"claims\": [\"absent\"]}]");

        assertThat(fixture.problem())
                .contains("'article.contradictions[0].claims[0]' is 'absent', but there is no such claim");
    }

    @Test
    void everyProbeOfOurClaimsIsInOurCatalog() {
        Catalog catalog = CatalogReader.read(Path.of("workloads"));
        List<String> ids = catalog.probes().stream().map(Probe::id).toList();
        String rules = catalog.claims().stream().map(Claim::rule).toList().toString();
        List<String> named = Pattern.compile("Probe\\[probe=([^,]+),")
                .matcher(rules)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(30).allMatch(ids::contains);
    }
}
