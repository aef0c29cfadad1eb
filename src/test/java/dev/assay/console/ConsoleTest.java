package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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
}
