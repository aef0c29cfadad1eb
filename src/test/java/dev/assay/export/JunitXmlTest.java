package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.result.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Read back by the parser that Maven's own test reports are read with. */
class JunitXmlTest {
    static Stream<RunResult> runs() {
        return Stream.of(
                ExportRuns.small(),
                ExportRuns.hostile(),
                HostileRun.build(),
                SampleRuns.full(),
                SampleRuns.partial(),
                SampleRuns.commands());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void surefiresParserReadsEverySuiteAndTest(RunResult run)
            throws ParserConfigurationException, SAXException, IOException {
        Document xml = document(run);
        List<ReportTestSuite> suites = parsed(run);
        assertThat(suites)
                .isNotEmpty()
                .extracting(ReportTestSuite::getFullClassName)
                .containsExactlyElementsOf(elements(xml, "testsuite").stream()
                        .map(suite -> suite.getAttribute("name"))
                        .toList());
        assertThat(suites.stream().flatMap(suite -> suite.getTestCases().stream()))
                .extracting(ReportTestCase::getName)
                .containsExactlyElementsOf(elements(xml, "testcase").stream()
                        .map(test -> test.getAttribute("name"))
                        .toList());
    }

    @Test
    void surefiresParserFindsWhatFailedAndWhatWasSkipped()
            throws ParserConfigurationException, SAXException, IOException {
        List<ReportTestSuite> suites = parsed(ExportRuns.small());
        assertThat(suites.get(0).getNumberOfFailures()).isEqualTo(1);
        assertThat(suites.get(0).getNumberOfSkipped()).isEqualTo(2);
        assertThat(suites.get(1).getNumberOfErrors()).isEqualTo(1);
        List<ReportTestCase> tests =
                suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
        assertThat(tests)
                .filteredOn(ReportTestCase::hasFailure)
                .extracting(ReportTestCase::getName, ReportTestCase::getFailureMessage)
                .containsExactly(tuple("otherwise", "expected: supported, actual: refuted"));
        assertThat(tests)
                .filteredOn(ReportTestCase::hasSkipped)
                .extracting(ReportTestCase::getName)
                .contains("undecided", "untested", "numeric/fib:c:std@20x1");
    }

    private static List<ReportTestSuite> parsed(RunResult run)
            throws ParserConfigurationException, SAXException, IOException {
        String xml = new String(Format.JUNIT.render(run).orElseThrow(), StandardCharsets.UTF_8);
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void aVerdictPassesFailsOrIsSkippedByWhatWasExpected() {
        Document xml = document(ExportRuns.small());
        assertThat(ending(xml, "as-expected")).isEmpty();
        assertThat(ending(xml, "otherwise")).isEqualTo("failure expected: supported, actual: refuted");
        assertThat(ending(xml, "undecided")).isEqualTo("skipped Inconclusive: So it came out.");
        assertThat(ending(xml, "untested")).isEqualTo("skipped Not tested: So it came out.");
        assertThat(ending(xml, "numeric/nbody:rust:std@100x1")).isEmpty();
        assertThat(ending(xml, "numeric/fib:rust:std@20x1")).isEqualTo("error it printed '1'");
        assertThat(ending(xml, "numeric/fib:c:std@20x1")).isEqualTo("skipped no C compiler was found");
        assertThat(ending(xml, "is complete")).isEmpty();
        assertThat(ending(document(SampleRuns.partial()), "is complete")).startsWith("error The run was interrupted");
    }

    @Test
    void countsAreThoseOfTheTests() {
        for (Element suite : elements(document(ExportRuns.small()), "testsuite")) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }

    /** The element that says how a test ended, and its message; nothing for one that passed. */
    private static String ending(Document xml, String name) {
        Element test = elements(xml, "testcase").stream()
                .filter(element -> element.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
        NodeList inside = test.getElementsByTagName("*");
        return inside.getLength() == 0
                ? ""
                : inside.item(0).getNodeName() + " " + ((Element) inside.item(0)).getAttribute("message");
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList nodes = xml.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document document(RunResult run) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(
                    new ByteArrayInputStream(Format.JUNIT.render(run).orElseThrow()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("this is no XML: " + e.getMessage(), e);
        }
    }
}
