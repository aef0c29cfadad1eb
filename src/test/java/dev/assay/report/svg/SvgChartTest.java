package dev.assay.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.chart.Chart;
import dev.assay.chart.RatioCharts;
import dev.assay.chart.RunCharts;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import dev.assay.report.Pages;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgChartTest {
    /** Wider than what most pages are read in. */
    private static final Font FONT = font();

    private static Font font() {
        try (InputStream file = SvgChartTest.class.getResourceAsStream("/dev/assay/fonts/DejaVuSans.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Chart> figures() {
        return Stream.of(SampleRuns.full(), SampleRuns.commands(), SampleRuns.slowerCommand(), WholeRun.build(4))
                .map(RunCharts::of)
                .flatMap(charts -> charts.sections().stream().flatMap(section -> charts.of(section).stream()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void nothingLiesOutsideThePicture(Chart figure) {
        for (String svg : List.of(SvgChart.wide(figure), SvgChart.narrow(figure))) {
            Document document = parse(svg);
            double width = number(document.getDocumentElement(), "width");
            double height = number(document.getDocumentElement(), "height");
            for (Element element : Pages.elements(document, "*")) {
                for (String name : List.of("x", "x1", "x2", "cx")) {
                    assertThat(number(element, name)).isBetween(0.0, width);
                }
                for (String name : List.of("y", "y1", "y2", "cy")) {
                    assertThat(number(element, name)).isBetween(0.0, height);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void valuesEndInsideThePictureAndNamesBeforeThem(Chart figure) {
        Font font = FONT.deriveFont(13f);
        for (Element value : ofClass(parse(SvgChart.wide(figure)), "value")) {
            assertThat(number(value, "x") + width(font, value)).isLessThanOrEqualTo(820);
        }
        Document narrow = parse(SvgChart.narrow(figure));
        for (Element value : ofClass(narrow, "value")) {
            double begin = number(value, "x") - width(font, value);
            assertThat(ofClass(narrow, "name"))
                    .filteredOn(name -> number(name, "y") == number(value, "y")
                            && name.getAttribute("text-anchor").equals("start"))
                    .isNotEmpty()
                    .allMatch(name -> number(name, "x") + width(font, name) < begin);
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void textsOnOneLineDoNotTouch(Chart figure) {
        for (String svg : List.of(SvgChart.wide(figure), SvgChart.narrow(figure))) {
            Document document = parse(svg);
            Map<Double, Double> ends = new HashMap<>();
            Pages.elements(document, "text").stream()
                    .filter(text -> Set.of("muted", "name").contains(text.getAttribute("class")))
                    .sorted(Comparator.comparingDouble(text -> begin(text)))
                    .forEach(text -> {
                        double line = number(text, "y");
                        assertThat(begin(text)).as(text.getTextContent()).isGreaterThan(ends.getOrDefault(line, -1.0));
                        ends.put(line, begin(text) + width(text));
                    });
        }
    }

    private static double begin(Element text) {
        double share = switch (text.getAttribute("text-anchor")) {
            case "end" -> 1;
            case "middle" -> 0.5;
            default -> 0;
        };
        return number(text, "x") - share * width(text);
    }

    private static double width(Element text) {
        return width(FONT.deriveFont(text.getAttribute("class").equals("muted") ? 12f : 13f), text);
    }

    @Test
    void namesThatAreAlikeAtBothEndsStayApart() {
        Chart figure = RunCharts.of(SampleRuns.slowerCommand())
                .of(RatioCharts.OVERVIEW)
                .get(0);

        assertThat(figure.title()).contains("threads=1", " over ", "threads=8");
        assertThat(figure.x().lowWords()).contains("threads=1");
        assertThat(figure.x().highWords()).contains("threads=8");
    }

    private static List<Element> ofClass(Document document, String name) {
        return Pages.elements(document, "text").stream()
                .filter(text -> text.getAttribute("class").equals(name))
                .toList();
    }

    private static double width(Font font, Element text) {
        return font.getStringBounds(text.getTextContent(), new FontRenderContext(null, true, true))
                .getWidth();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyLabelOfTheFigureIsText(Chart figure) {
        List<String> texts = Pages.elements(parse(SvgChart.wide(figure)), "text").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(texts).doesNotContain("");
        figure.x().ticks().forEach(tick -> assertThat(texts).contains(tick.label()));
        figure.y().ticks().forEach(tick -> assertThat(texts).contains(tick.label()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aPictureIsOfAFewKilobytes(Chart figure) {
        int most = 4_000 + 1_200 * figure.y().ticks().size();
        assertThat(SvgChart.wide(figure).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500, most);
        assertThat(SvgChart.narrow(figure).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500, most);
    }

    @Test
    void dotsLieBetweenTheirTicksByRatio() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        Document document = parse(SvgChart.wide(figure));
        double at2 = tick(document, "2×");
        double at32 = tick(document, "32×");
        double value = 331 / 7.1;
        double expected = at2 + (at32 - at2) * Math.log(value / 2) / Math.log(16);
        double dot = Pages.elements(document, "circle").stream()
                .mapToDouble(circle -> number(circle, "cx"))
                .max()
                .orElseThrow();
        assertThat(dot).isCloseTo(expected, within(0.2));
    }

    @Test
    void theFirstRowIsTheUppermost() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        for (String svg : List.of(SvgChart.wide(figure), SvgChart.narrow(figure))) {
            Document document = parse(svg);
            assertThat(row(document, "numeric/nbody")).isLessThan(row(document, "numeric/fib"));
        }
    }

    private static double row(Document document, String name) {
        return number(text(document, name), "y");
    }

    private static double tick(Document document, String label) {
        return number(text(document, label), "x");
    }

    private static Element text(Document document, String content) {
        return Pages.elements(document, "text").stream()
                .filter(text -> text.getTextContent().equals(content))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String name) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
    }

    private static Document parse(String svg) {
        return Pages.parse(svg.getBytes(StandardCharsets.UTF_8));
    }
}
