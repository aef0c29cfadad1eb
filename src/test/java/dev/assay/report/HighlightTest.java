package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HighlightTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.rs | let a = 'x'; | [k:let] a = [s:'x'];",
                "a.rs | fn f<'a>(b: &'a str) | [k:fn] f<'a>(b: &'a str)",
                "a.rs | r#\"a \"b\" \\\"# + 1.5e3 | [s:r#\"a \"b\" \\\"#] + [n:1.5e3]",
                "a.rs | \"// no\" // it's | [s:\"// no\"] [c:// it's]",
                "a.py | if x: # it's \"a\" | [k:if] x: [c:# it's \"a\"]",
                "a.py | f'{a}' + xf + 'open | [s:f'{a}'] + xf + [s:'open]",
                "a.py | print(x, file=sys.stderr) | print(x, file=sys.stderr)",
                "a.c | /* int */ int i = 0x1F; | [c:/* int */] [k:int] i = [n:0x1F];",
                "a.c | char c = '\\''; s = \"\\\"\"; | [k:char] c = [s:'\\'']; s = [s:\"\\\"\"];",
                "a.cpp | const auto f = [&x](int y) { throw x; }; | [k:const] [k:auto] f = [&x]([k:int] y) { [k:throw] x; };",
                "a.c | throw new | throw new",
                "a.txt | if 1 | if 1"
            })
    void marksWhatItKnows(String file, String text, String expected) {
        assertThat(marks(Highlight.html(text, file))).isEqualTo(expected);
    }

    @Test
    void stringsGoOverLinesOnlyWhereTheyMay() {
        assertThat(marks(Highlight.html("'''a\nif'''\n'b\nif", "a.py"))).isEqualTo("[s:'''a\nif''']\n[s:'b]\n[k:if]");
        assertThat(marks(Highlight.html("\"a\nif\" if", "a.rs"))).isEqualTo("[s:\"a\nif\"] [k:if]");
    }

    @Test
    void aLongStringOfEscapesIsNotTrouble() {
        String text = "\"" + "\\n".repeat(200_000) + "\"";
        assertThat(text(Highlight.html(text, "a.rs"))).isEqualTo(text);
    }

    @Test
    void markupInAProgramStaysText() {
        String text = "s = \"</i></code><script>\" # </pre>&amp;<";
        assertThat(text(Highlight.html(text, "a.py"))).isEqualTo(text);
    }

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("workloads"))) {
            return files.filter(path -> path.toString().matches(".*\\.(rs|py|c|cpp)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyProgramOfTheCatalogKeepsItsText(Path path) throws IOException {
        String text = Files.readString(path);
        String html = Highlight.html(text, path.toString());
        assertThat(text(html)).isEqualTo(text);
    }

    private static String text(String html) {
        return Pages.parse(("<pre>" + html + "</pre>").getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getTextContent();
    }

    private static String marks(String html) {
        return html.replaceAll("<i class=\"(.)\">", "[$1:")
                .replace("</i>", "]")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
