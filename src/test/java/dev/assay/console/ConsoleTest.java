package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private static final String CLEAR = "\r\033[K";

    private final StringWriter err = new StringWriter();

    private Console console(boolean redraws) {
        return new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, redraws, false, 20);
    }

    @Test
    void aLineOfProgressDoesNotStandBehindARedrawnOne() {
        Console console = console(true);
        console.redraw("compiling");
        console.progress("measuring");
        console.progress("still measuring");
        assertThat(err.toString())
                .isEqualTo(CLEAR + "\033[?7lcompiling\033[?7h" + CLEAR + "measuring\nstill measuring\n");
    }

    @Test
    void aWarningTakesThePlaceOfARedrawnLine() {
        Console console = console(true);
        console.redraw("compiling");
        console.warn("first\nsecond");
        assertThat(err.toString()).endsWith("\033[?7h" + CLEAR + "first\nsecond\n");
    }

    @Test
    void aRedrawnLineIsCutAtTheEdge() {
        console(true).redraw("0123456789012345678901234567890");
        assertThat(err.toString()).contains("0123456789012345678\033").doesNotContain("01234567890123456789");
    }

    @Test
    void withoutATerminalNothingIsDrawnOver() {
        Console console = console(false);
        console.redraw("compiling");
        console.progress("measuring");
        console.warn("beware");
        assertThat(err.toString()).isEqualTo("measuring\nbeware\n");
    }

    private static String printed(boolean color, Consumer<Console> what) {
        StringWriter out = new StringWriter();
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), color, false, false, 80);
        what.accept(console);
        return out.toString();
    }

    @Test
    void aStrangersEscapeSequencesAreShownAndNotObeyed() {
        String hostile = "a\u001b[2J\u009b31m\rb\u202ec\ud83d\u0007\td\uEFFF";
        String shown = "a⟨U+001B⟩[2J⟨U+009B⟩31m⟨U+000D⟩b⟨U+202E⟩c⟨U+D83D⟩⟨U+0007⟩ d⟨\\xFF⟩\n";
        for (boolean color : new boolean[] {false, true}) {
            assertThat(printed(color, console -> console.result(hostile))).isEqualTo(shown);
            assertThat(printed(color, console -> console.out().println(hostile)))
                    .isEqualTo(shown);
        }
        console(false).warn(hostile.replace("\r", ""));
        assertThat(err.toString()).isEqualTo(shown.replace("⟨U+000D⟩", ""));
    }

    @Test
    void stylesAreTheConsolesOwn() {
        assertThat(printed(true, console -> console.result(console.styled(Style.BOLD, "x") + " y")))
                .isEqualTo("\033[1mx\033[0m y\n");
        assertThat(printed(false, console -> console.result(console.styled(Style.BOLD, "x") + " y")))
                .isEqualTo("x y\n");
        assertThat(printed(false, console -> console.result("\uFDD0x")))
                .as("what stands for a style inside is nothing outside")
                .isEqualTo("⟨U+FDD0⟩x\n");
    }

    /** As CI services read them: GitHub at the beginning of a line, however it is indented, the others anywhere in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "::error::x             | : :error::x",
                "\"    ::set-output::x\" | \"    : :set-output::x\"",
                "\"\u00A0::add-mask::x\" | \"\u00A0: :add-mask::x\"",
                "std::vec               | std::vec",
                "##vso[task.complete]   | # #vso[task.complete]",
                "a ##[error]b           | a # #[error]b",
                "##teamcity[x]          | # #teamcity[x]",
                "[####....]             | [####....]",
            })
    void noLineIsACommandOfACiService(String text, String line) {
        assertThat(printed(false, console -> console.result(text))).isEqualTo(line + "\n");
        assertThat(printed(true, console -> console.result(console.styled(Style.RED, text))))
                .isEqualTo("\033[31m" + line + "\033[0m\n");
        assertThat(printed(false, console -> console.result("first\n" + text))).isEqualTo("first\n" + line + "\n");
    }

    @Test
    void aWrappedLineIsNotACommandEither() {
        String wrapped = printed(
                false, console -> new DefinitionList(console).text("word ".repeat(20) + "::error::" + "x".repeat(70)));
        assertThat(wrapped).contains("\n  : :error::x");
    }
}
