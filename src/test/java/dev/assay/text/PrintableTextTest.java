package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void aShortTextIsShownWhole() {
        assertThat(PrintableText.start("naïve", 5)).isEqualTo("naïve");
        assertThat(PrintableText.end("naïve", 5)).isEqualTo("naïve");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(PrintableText.start("x".repeat(100_000), 3)).isEqualTo("xxx...");
        assertThat(PrintableText.end("y".repeat(100_000) + "z", 3)).isEqualTo("...yyz");
    }

    @Test
    void nothingInItCommandsTheTerminal() {
        assertThat(PrintableText.start("a\u001b[31mb\u0000\r\nc\td", 60)).isEqualTo("a?[31mb???c d");
        assertThat(PrintableText.end("a\u009bb\ud83d", 60)).isEqualTo("a?b?");
    }
}
