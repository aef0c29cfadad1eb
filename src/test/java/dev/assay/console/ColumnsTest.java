package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    private static final String LONG_SUITE = "a-suite-with-a-name-that-is-longer-than-others";

    @Test
    void columnsAreAsWideAsTheirContents() {
        List<List<String>> rows = List.of(List.of("a", "b", "c"), List.of("a long name", "1", "one two three"));
        Columns columns = new Columns(80, 2, rows, 4, 5);
        assertThat(rows)
                .flatExtracting(columns::lines)
                .containsExactly("  a            b    c", "  a long name  1    one two three");
    }

    @Test
    void theLastColumnIsWrapped() {
        List<List<String>> rows = List.of(List.of("name", "one two three four five six seven eight"));
        assertThat(new Columns(32, 2, rows, 6).lines(rows.get(0)))
                .containsExactly("  name  one two three four five", "        six seven eight");
    }

    @Test
    void whereThereIsNoRoomForColumnsCellsGoOnBelow() {
        List<List<String>> rows = List.of(List.of("a name", "a figure", "words that go on for more than a line"));
        assertThat(new Columns(24, 2, rows, 6, 6).lines(rows.get(0)))
                .containsExactly("  a name  a figure", "      words that go on", "      for more than a", "      line");
    }

    @Test
    void theMarksOfAStyleTakeNoColumn() {
        Console console = new Console(
                new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), true, false, false, 80);
        String styled = console.styled(Console.Style.RED, "red");
        List<List<String>> rows = List.of(List.of(styled, "x"), List.of("none", "y"));
        Columns columns = new Columns(80, 0, rows, 0);
        assertThat(columns.lines(rows.get(0))).containsExactly(styled + "   x");
        assertThat(columns.lines(rows.get(1))).containsExactly("none  y");
    }

    /** A figure in a table begins a line or stands behind two blanks; in a sentence one is behind a word of it. */
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void noColumnTouchesAnother(int width) {
        for (RunResult run :
                List.of(SampleRun.result(), longNames(), SampleRuns.slowerCommand(), SampleRuns.commands())) {
            String screen = screen(run, width);
            assertThat(screen.lines().filter(line -> line.contains("× [")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("(?: {2,}|.*? {2,})[0-9.,]+× \\[.*"))
                    .allMatch(line ->
                            line.replaceAll("[0-9.,]+× \\[[^\\]]+]", "F").matches("[^F]*F(?: {2,}.*)?"));
            for (ClaimResult claim : run.claims()) {
                String id = claim.claim().id();
                assertThat(screen.lines().filter(line -> line.contains(id + " ") || line.endsWith(id)))
                        .allMatch(line -> line.matches(".* {2,}\\Q" + id + "\\E(?: {2,}.*)?"));
            }
            assertThat(table(screen))
                    .allMatch(line -> line.length() <= width
                            || !line.substring(line.lastIndexOf("  ") + 2).contains(" "));
        }
    }

    private static Stream<String> table(String screen) {
        return screen.lines().takeWhile(line -> !line.equals("Failed")).filter(line -> line.startsWith("  "));
    }

    private static RunResult longNames() {
        RunBuilder run = SampleRuns.fullBuilder();
        for (String[] sides : new String[][] {{"python:std", "rust:std"}, {"rust:std", "c:std"}}) {
            run.summaries.add(new Summary(
                    LONG_SUITE,
                    Metric.PEAK,
                    ComparisonSide.parse(sides[0]),
                    ComparisonSide.parse(sides[1]),
                    List.of("numeric/fib"),
                    run.estimate(123456.7, 0.01),
                    null));
        }
        return run.build();
    }

    private static String screen(RunResult run, int width) {
        StringWriter out = new StringWriter();
        RunSummaryPrinter.print(
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false, false, width),
                run);
        return out.toString();
    }
}
