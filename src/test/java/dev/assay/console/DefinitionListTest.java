package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Warning;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DefinitionListTest {
    private final StringWriter out = new StringWriter();

    private DefinitionList sheet(boolean color) {
        return new DefinitionList(
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), color, false, false, 60));
    }

    @Test
    void namesAndWhatIsSaidOfThemStandInTwoColumns() {
        DefinitionList sheet = sheet(false);
        sheet.heading("Machine");
        sheet.entry("memory", "8 GiB");
        sheet.entry(
                "a name that is too long for it", "first line\nsecond line that is so long that it has to be broken");
        sheet.heading("Next");
        sheet.text("A sentence.");
        assertThat(out.toString()).isEqualTo("""
                Machine
                  memory                   8 GiB
                  a name that is too long for it
                                           first line
                                           second line that is so long that
                                           it has to be broken

                Next
                  A sentence.
                """);
    }

    @Test
    void aWarningHasItsRemedyBelowIt() {
        sheet(false).warning(Warning.grave("load", "the machine is busy and so is everybody else here", "wait for it"));
        assertThat(out.toString()).isEqualTo("""
                  load: The machine is busy and so is everybody else here.
                    -> Wait for it.
                """);
    }

    @Test
    void whatMisleadsIsRed() {
        DefinitionList sheet = sheet(true);
        sheet.warning(Warning.grave("load", "busy", "wait"));
        sheet.warning(new Warning("turbo", "on", "off"));
        assertThat(out.toString()).contains("\033[31mload:\033[0m", "\033[33mturbo:\033[0m");
    }
}
