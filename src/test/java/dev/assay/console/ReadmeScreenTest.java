package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MarkdownPage;
import dev.assay.fixture.SampleRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The screen in the README is what {@code report results/sample} prints, with lines left out where it says so. */
class ReadmeScreenTest {
    private static final String MARK = "<!-- screen: results/sample -->";
    private static final String LEFT_OUT = "...";

    @Test
    void isThatOfTheSample() {
        List<String> printed = printed();
        int next = 0;
        boolean gap = true;
        for (String line : shown()) {
            if (line.equals(LEFT_OUT)) {
                gap = true;
                continue;
            }
            int at = printed.subList(next, printed.size()).indexOf(line);
            assertThat(at)
                    .as("'%s' of the README in what 'report results/sample' prints from its line %d on", line, next + 1)
                    .isNotNegative();
            assertThat(at == 0
                            || gap
                            || line.isBlank()
                            || printed.get(next + at - 1).isBlank())
                    .as("the README leaves something out before '%s' and does not say so", line)
                    .isTrue();
            next += at + 1;
            gap = false;
        }
    }

    private static List<String> shown() {
        String page = MarkdownPage.read(Path.of("README.md")).text();
        return page.substring(page.indexOf(MARK) + MARK.length())
                .strip()
                .lines()
                .takeWhile(line -> line.startsWith("    ") || line.isBlank() || line.equals("Claims"))
                .map(line -> line.replaceFirst("^ {4}", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> printed() {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        RunSummaryPrinter.print(
                new Console(new PrintWriter(out), nowhere, false, false, false, 80), SampleRun.result());
        return (out + "\nReport: results/sample/report.html\n")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
