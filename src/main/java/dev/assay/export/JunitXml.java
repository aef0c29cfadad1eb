package dev.assay.export;

import dev.assay.model.result.RunResult;
import dev.assay.text.PrintableText;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML, as Jenkins and the parser of Maven Surefire read it. */
final class JunitXml {
    private final XMLStreamWriter xml;
    private final String startedAt;

    private JunitXml(XMLStreamWriter xml, String startedAt) {
        this.xml = xml;
        this.startedAt = startedAt;
    }

    static Optional<byte[]> render(RunResult run) {
        String startedAt = DateTimeFormatter.ISO_LOCAL_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .format(run.header().startedAt().truncatedTo(ChronoUnit.SECONDS));
        // characters, not bytes: to bytes, the writer of JDK 17 breaks what lies beyond the first 65536 characters in
        // two
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml, startedAt).document(JunitSuite.of(run));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void document(List<JunitSuite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement("testsuites");
        newLine();
        for (JunitSuite suite : suites) {
            suite(suite);
        }
        xml.writeEndElement();
        newLine();
        xml.writeEndDocument();
    }

    private void suite(JunitSuite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("timestamp", startedAt);
        attribute("time", seconds(suite.seconds()));
        attribute("tests", Long.toString(suite.cases().size()));
        attribute("failures", Long.toString(suite.count(JunitCase.Ending.FAILURE)));
        attribute("errors", Long.toString(suite.count(JunitCase.Ending.ERROR)));
        attribute("skipped", Long.toString(suite.count(JunitCase.Ending.SKIPPED)));
        newLine();
        for (JunitCase each : suite.cases()) {
            testCase(suite.name(), each);
        }
        xml.writeEndElement();
        newLine();
    }

    private void testCase(String suite, JunitCase each) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", BenchmarkNames.identifying(each.name()));
        attribute("classname", suite);
        attribute("time", seconds(each.seconds()));
        if (each.ending() != JunitCase.Ending.PASSED) {
            xml.writeStartElement(each.ending().element());
            attribute("message", each.message());
            if (each.ending() != JunitCase.Ending.SKIPPED) {
                // Surefire takes what has no type for passed
                attribute("type", suite);
            }
            xml.writeCharacters(PrintableText.show(each.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        newLine();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, BenchmarkNames.line(value));
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
