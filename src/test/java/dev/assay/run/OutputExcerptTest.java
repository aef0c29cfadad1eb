package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputExcerptTest {
    @Test
    void aShortTextIsShownWhole() {
        assertThat(OutputExcerpt.start("naïve", 5)).isEqualTo("naïve");
        assertThat(OutputExcerpt.end("naïve", 5)).isEqualTo("naïve");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(OutputExcerpt.start("x".repeat(100_000), 3)).isEqualTo("xxx...");
        assertThat(OutputExcerpt.end("y".repeat(100_000) + "z", 3)).isEqualTo("...yyz");
    }

    @Test
    void nothingInItCommandsTheTerminal() {
        assertThat(OutputExcerpt.start("a\u001b[31mb\u0000\r\nc\td", 60)).isEqualTo("a?[31mb???c d");
        assertThat(OutputExcerpt.end("a\u009bb\ud83d", 60)).isEqualTo("a?b?");
    }
}
