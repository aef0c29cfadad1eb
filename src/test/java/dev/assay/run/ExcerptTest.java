package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aShortTextIsShownWhole() {
        assertThat(Excerpt.start("naïve", 5)).isEqualTo("naïve");
        assertThat(Excerpt.end("naïve", 5)).isEqualTo("naïve");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(Excerpt.start("x".repeat(100_000), 3)).isEqualTo("xxx...");
        assertThat(Excerpt.end("y".repeat(100_000) + "z", 3)).isEqualTo("...yyz");
    }

    @Test
    void nothingInItCommandsTheTerminal() {
        assertThat(Excerpt.start("a\u001b[31mb\u0000\r\nc\td", 60)).isEqualTo("a?[31mb???c d");
        assertThat(Excerpt.end("a\u009bb\ud83d", 60)).isEqualTo("a?b?");
    }
}
