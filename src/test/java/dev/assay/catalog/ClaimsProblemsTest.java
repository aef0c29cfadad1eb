package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says of a claims file in which one thing is wrong. */
class ClaimsProblemsTest {
    private static final String PROBE = "{\"probe\": \"adds\", \"outcome\": \"rejected\", \"code\": \"E0382\"}";
    private static final String MEASURE = "claims[0].rule.when.all[0]";

    @TempDir
    private Path root;

    private static Arguments change(String old, String with, int line, String problem) {
        return Arguments.of(old, with, line, problem);
    }

    static Stream<Arguments> changes() {
        return Stream.concat(ofClaims(), ofConditions());
    }

    private static Stream<Arguments> ofClaims() {
        return Stream.of(
                change(
                        "'popularity'",
                        "'speed.adding'",
                        41,
                        "'claims[1].id' is 'speed.adding', as on line 12; give each claim its own id"),
                change(
                        "'popularity'",
                        "'popular!'",
                        41,
                        "'claims[1].id' is 'popular!'; give a name such as 'speed.close-to-c' in lower-case letters, digits, dashes and dots"),
                change(
                        "'untestable':",
                        "'rule': {'summary': 's', 'when': {'probe': 'p', 'outcome': 'level'}}, 'untestable':",
                        40,
                        "'claims[1]' has both 'rule' and 'untestable'; give one of them"),
                change(
                        ",\n      'untestable': 'No program can count friends.'",
                        "",
                        40,
                        "'claims[1]' has neither 'rule' nor 'untestable'; give one of them"),
                change(
                        "'expected': 'supported'",
                        "'expected': 'suported'",
                        15,
                        "'claims[0].expected' is 'suported'; did you mean 'supported'? Known are supported, partly, refuted, inconclusive,"
                                + " not-tested"),
                change(
                        "'cap': 'partly'",
                        "'cap': 'refuted'",
                        37,
                        "'claims[0].rule.cap' is 'refuted'; the best verdict that the rule can give is always partly"),
                change(
                        "'otherwise'",
                        "'othrewise'",
                        35,
                        "'claims[0].rule.guards[0].othrewise' is not a field of the guard; did you mean 'otherwise'?"),
                change(
                        ", 'because': 'it is slow'",
                        "",
                        36,
                        "'claims[0].rule.partly[0].because' is missing; give the reservation in words"),
                change(
                        "https:",
                        "ftp:",
                        6,
                        "'article.url' is 'ftp://example.org/adding'; give the web address of the article"),
                change(
                        "2025-09-01",
                        "2025-13-01",
                        7,
                        "'article.published' is '2025-13-01'; give a day such as '2025-09-01'"));
    }

    private static Stream<Arguments> ofConditions() {
        return Stream.of(
                change(
                        "'work'",
                        "'wrok'",
                        21,
                        "'" + MEASURE
                                + ".metric' is 'wrok'; did you mean 'work'? Known are wall, cpu, work, peak, treePeak, speedup,"
                                + " efficiency, parallelism, binaryBytes, sourceBytes, pause, rate, latencyP50, latencyP99, latencyP999, requestCpu, idlePeak, firstAnswer, elementBytes"),
                change(
                        "'ratio'",
                        "'mean'",
                        24,
                        "'" + MEASURE
                                + ".estimate' is 'mean'; the way in which workloads become one statement is one of ratio, suite, general,"
                                + " every, some"),
                change("'op': '>'", "'op': '>='", 27, "'" + MEASURE + ".op' is '>='; did you mean '>'? Known are >, <"),
                change(
                        "95",
                        "99",
                        25,
                        "'" + MEASURE + ".level' is 99; the confidence level in percent is one of 90, 95"),
                change(
                        "'low'",
                        "'up'",
                        26,
                        "'" + MEASURE + ".bound' is 'up'; the end of the interval is one of low, high"),
                change("1.25,", "0,", 28, "'" + MEASURE + ".value' is 0; give a threshold above 0"),
                change("1.25,", "1e999,", 28, "'" + MEASURE + ".value' is Infinity; give a threshold above 0"),
                change(
                        "'metric': 'work',",
                        "",
                        20,
                        "'" + MEASURE + ".metric' is missing; give the figure of each process"),
                change(
                        "'c:std@cores'",
                        "'c:std@all'",
                        23,
                        "'" + MEASURE
                                + ".sides[1]' is 'c:std@all'; give a side as 'runtime:variant', with '@cores' or a number of threads such as"
                                + " '@4' behind it if need be"),
                change(
                        "'c:std@cores'",
                        "'rsut:std'",
                        23,
                        "'" + MEASURE
                                + ".sides[1]' is 'rsut:std' but no runtime is called 'rsut'; did you mean 'rust'?"),
                change(
                        "'c:std@cores'",
                        "'julia:std'",
                        23,
                        "'" + MEASURE
                                + ".sides[1]' is 'julia:std' but no runtime is called 'julia'; known are rust, python, c, cpp, pypy, python-ft, command, noop"),
                change(
                        "'c:std@cores'",
                        "'c:std', 'c:std'",
                        23,
                        "'" + MEASURE
                                + ".sides' has too many entries; give a list of one or two sides, baseline first"),
                change(
                        "['numeric/add']",
                        "[]",
                        22,
                        "'" + MEASURE + ".of' has too few entries; give a list of at least one suite or workload"),
                change(
                        PROBE,
                        "",
                        32,
                        "'claims[0].rule.when.all[1].any' has too few entries; give a list of at least one condition"),
                change(
                        PROBE,
                        "7",
                        32,
                        "'claims[0].rule.when.all[1].any[0]' is 7; give a condition: 'all' or 'any' of several, a probe or a measure"),
                change(
                        PROBE,
                        "{'any': [" + PROBE + "], 'or': []}",
                        32,
                        "'claims[0].rule.when.all[1].any[0].or' is not a field of the condition 'any'; its only field is any"),
                change(
                        "'outcome': 'rejected', ",
                        "",
                        32,
                        "'claims[0].rule.when.all[1].any[0].outcome' is missing; give the outcome that must come of the probe, such as"
                                + " 'rejected'"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tells(String old, String with, int line, String problem) {
        Fixture fixture = Fixture.copyTo(root).replace(Fixture.CLAIMS, old.replace('\'', '"'), with.replace('\'', '"'));

        assertThat(fixture.problem()).isEqualTo("ROOT/claims.json:" + line + ": " + problem);
    }

    @Test
    void requiresTheFile() {
        assertThat(Fixture.copyTo(root).delete(Fixture.CLAIMS).problem())
                .isEqualTo("ROOT/claims.json: the file is missing; add it with the article and its claims");
    }

    @Test
    void refusesWhatComesBehindTheObject() {
        assertThat(Fixture.copyTo(root).write(Fixture.CLAIMS, "{} x").problem())
                .isEqualTo(
                        "ROOT/claims.json:1:4: not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or"
                                + " token 'null', 'true' or 'false'); fix it here");
    }

    @Test
    void refusesConditionsThatAreNestedToExhaustTheStack() {
        String deep = "{\"all\": [".repeat(100_000);

        assertThat(Fixture.copyTo(root).replace(Fixture.CLAIMS, PROBE, deep).problem())
                .startsWith("ROOT/claims.json: too large or nested too deeply: Document nesting depth (65) exceeds");
    }

    @Test
    void readsConditionsThatAreNestedDeeply() {
        String open = "{\"all\": [".repeat(25);
        Fixture fixture = Fixture.copyTo(root).replace(Fixture.CLAIMS, PROBE, open + PROBE + "]}".repeat(25));

        assertThat(CatalogReader.read(fixture.root()).claims()).hasSize(2);
    }
}
