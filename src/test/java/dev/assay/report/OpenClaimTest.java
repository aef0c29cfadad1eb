package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console;
import dev.assay.console.RunSummaryPrinter;
import dev.assay.export.Format;
import dev.assay.fixture.RunBuilder;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Power;
import dev.assay.model.result.Power.Lack;
import dev.assay.model.result.RunResult;
import dev.assay.report.markdown.MarkdownSummary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever a verdict stands, one with an open reservation is not plainly "supported"; and beside it stands what the run could have shown. */
class OpenClaimTest {
    private static final String SHOWN = "This run could detect a difference of 3.1 % or more from the threshold.";

    private static RunResult run(ClaimVerdict expected, ClaimVerdict verdict, Power power) {
        Claim claim = new Claim("some.claim", "Section", "It is so.", expected, null, "It is an example.");
        RunBuilder run = new RunBuilder();
        run.claims.add(new ClaimResult(
                claim,
                verdict,
                "It came out. Open: one is apart: not measured.",
                List.of(),
                List.of("one is apart: not measured"),
                power));
        return run.build();
    }

    private static RunResult open(ClaimVerdict expected) {
        return run(expected, ClaimVerdict.SUPPORTED_OPEN, new Power(0.031, 95, null, null, SHOWN));
    }

    private static String terminal(RunResult run) {
        StringWriter out = new StringWriter();
        RunSummaryPrinter.print(
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false, false, 200), run);
        return out.toString();
    }

    @Test
    void pageSummaryAndTerminalSayOpenBesideSupported() {
        RunResult run = open(ClaimVerdict.SUPPORTED);
        String page = new String(HtmlReport.render(run), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "<p class=\"verdict supported-open\"><span class=\"icon\" aria-hidden=\"true\">◇</span>Supported, open</p>")
                .contains(SHOWN)
                .contains("not recorded, so it is unknown whether they changed after the first sample")
                .doesNotContain("This differs from the expected verdict");
        assertThat(MarkdownSummary.render(run))
                .contains("| ◇ Supported, open | It is so. | It came out. Open: one is apart: not measured. " + SHOWN
                        + " |");
        assertThat(terminal(run)).contains("Supported, open  some.claim").doesNotContain(SHOWN);
    }

    @Test
    void theTerminalSaysWhatAnInconclusiveClaimWasShortOf() {
        Power power =
                new Power(0.031, 95, Lack.BUDGET, 90, SHOWN + " Limited by the budget. About 90 blocks would decide.");
        assertThat(terminal(run(ClaimVerdict.SUPPORTED, ClaimVerdict.INCONCLUSIVE, power)))
                .contains("Limited by the budget.");
    }

    /** It may yet come out as either of the two; it contradicts every other expectation. */
    @ParameterizedTest
    @CsvSource({
        "SUPPORTED, skipped, 'Supported, open'",
        "PARTLY, skipped, Supported",
        "REFUTED, failure, actual: supported-open"
    })
    void asATestItIsNotPlainSuccess(ClaimVerdict expected, String element, String words) {
        String xml = new String(Format.JUNIT.render(open(expected)).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(xml).contains("<" + element + " message=").contains(words);
    }
}
