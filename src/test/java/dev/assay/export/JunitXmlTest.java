package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Against the schemas that Jenkins' xUnit plugin and Maven Surefire publish. */
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
    void jenkinsTakesTheFile(RunResult run) throws SAXException, IOException {
        schema("jenkins-junit-10.xsd").newValidator().validate(new DOMSource(document(run)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void surefiresReadersTakeEverySuite(RunResult run) throws SAXException, IOException {
        List<Element> suites = elements(document(run), "testsuite");
        assertThat(suites).isNotEmpty();
        for (Element suite : suites) {
            schema("surefire-test-report-3.0.2.xsd").newValidator().validate(new DOMSource(suite));
        }
    }

    @Test
    void aVerdictPassesFailsOrIsSkippedByWhatWasExpected() {
        Document xml = document(ExportRuns.small());
        assertThat(ending(xml, "as-expected")).isEmpty();
        assertThat(ending(xml, "otherwise")).isEqualTo("failure expected: supported, came out: refuted");
        assertThat(ending(xml, "undecided")).isEqualTo("skipped Inconclusive: So it came out.");
        assertThat(ending(xml, "untested")).isEqualTo("skipped Not tested: So it came out.");
        assertThat(ending(xml, "numeric/nbody:rust:std@100x1")).isEmpty();
        assertThat(ending(xml, "numeric/fib:rust:std@20x1")).isEqualTo("error it printed '1'");
        assertThat(ending(xml, "numeric/fib:c:std@20x1")).isEqualTo("skipped no C compiler was found");
        assertThat(ending(xml, "comes to its end")).isEmpty();
        assertThat(ending(document(SampleRuns.partial()), "comes to its end"))
                .startsWith("error The run was cut short");
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

    private static Schema schema(String name) throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("/dev/assay/export/" + name));
    }
}
