package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Analysis;
import dev.assay.catalog.CatalogReader;
import dev.assay.fixture.HostileRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeHistory;
import dev.assay.fixture.WholeRun;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.result.RunResult;
import dev.assay.report.HeadlessBrowser.Look;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page as a browser has it. */
class ReportInBrowserIT {
    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)";
    private static final String ROWS =
            "return [...document.querySelector('table.sortable').tBodies[0].rows].filter(r => !r.hidden)";

    private static final Map<Run, URI> PAGES = new EnumMap<>(Run.class);
    private static HeadlessBrowser browser;

    enum Run {
        FULL,
        WHOLE,
        TRENDS,
        PARTIAL,
        COMMANDS,
        /** The run that is kept under results. */
        SAMPLE,
        HOSTILE;

        RunResult result() {
            return switch (this) {
                case FULL, TRENDS -> SampleRuns.full();
                case WHOLE -> WholeRun.build(20);
                case PARTIAL -> SampleRuns.partial();
                case COMMANDS -> SampleRuns.commands();
                case SAMPLE -> {
                    Catalog catalog = CatalogReader.read(Path.of("workloads"));
                    yield Analysis.analyze(
                            JournalReader.read(Path.of("results/sample/journal.jsonl")),
                            catalog.article(),
                            catalog.claims());
                }
                case HOSTILE -> HostileRun.build();
            };
        }

        byte[] page() {
            RunResult result = result();
            return this == TRENDS
                    ? HtmlReport.render(result, WholeHistory.before(result, 120))
                    : HtmlReport.render(result);
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        for (Run run : Run.values()) {
            Path file = folder.resolve(run + ".html");
            Files.write(file, run.page());
            PAGES.put(run, file.toUri());
        }
        browser = new HeadlessBrowser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    private static void open(Run run, Look look) {
        browser.open(Objects.requireNonNull(PAGES.get(run)), look);
    }

    @ParameterizedTest
    @EnumSource
    void asksForNothingButItselfAndNobodyComplains(Run run) {
        open(run, Look.WIDE);
        assertThat(browser.requests()).containsExactly(String.valueOf(PAGES.get(run)));
        assertThat(browser.messages()).isEmpty();
        assertThat(browser.ask("return document.compatMode")).isEqualTo("CSS1Compat");
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, 1200, false",
        "FULL, 390, true",
        "FULL, 1200, true",
        "TRENDS, 1200, false",
        "TRENDS, 390, true",
        "COMMANDS, 390, false",
        "HOSTILE, 1200, false",
        "HOSTILE, 390, true"
    })
    void axeFindsNothing(Run run, int width, boolean dark) {
        open(run, new Look(width, dark, true));
        browser.ask(OPEN_ALL + "; return 0");
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void axeFindsNothingInTheReportOfTheWholeCatalog() {
        open(Run.WHOLE, Look.WIDE);
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNarrowPageScrollsDownOnly(Run run) {
        open(run, Look.NARROW);
        browser.ask(OPEN_ALL + "; return 0");
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isEqualTo(390);
    }

    @ParameterizedTest
    @CsvSource({"1200, wide", "390, narrow"})
    void noLabelOfAFigureIsCutOffOrLiesOnAnother(int width, String cssClass) {
        open(Run.WHOLE, new Look(width, false, true));
        assertThat(browser.ask("""
                const bad = [];
                for (const svg of document.querySelectorAll('svg.figure.' + arguments[0])) {
                  const frame = svg.getBoundingClientRect();
                  const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
                  boxes.forEach(([text, box], i) => {
                    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) bad.push('cut off: ' + text);
                    boxes.slice(i + 1).forEach(([other, o]) => {
                      const across = Math.min(box.right, o.right) - Math.max(box.left, o.left);
                      const down = Math.min(box.bottom, o.bottom) - Math.max(box.top, o.top);
                      if (across > 1 && down > 4) bad.push(text + ' lies on ' + other);
                    });
                  });
                }
                return bad;
                """, cssClass)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theDotsOfAVariantHaveTheColorOfItsLine(boolean dark) {
        open(Run.SAMPLE, new Look(1200, dark, true));
        String strokes = "return [...new Set([...document.querySelectorAll('svg.figure.wide ' + arguments[0])]"
                + ".map(e => getComputedStyle(e).stroke))].sort().join('; ')";
        assertThat(browser.ask(strokes, ".ring"))
                .isEqualTo(browser.ask(strokes, ".dashed.joined"))
                .asString()
                .startsWith("rgb");
    }

    @Test
    void withoutScriptsAllIsThereButWhatOnlyScriptsCanDo() {
        open(Run.FULL, Look.WIDE);
        String text = "return document.body.innerText.length";
        assertThat(browser.number("return document.querySelectorAll('.tools').length"))
                .isPositive();
        open(Run.FULL, new Look(1200, false, false));
        assertThat(browser.number("return document.querySelectorAll('.tools, th button').length"))
                .isZero();
        assertThat(browser.number(text)).isGreaterThan(10_000);
    }

    @Test
    void onPaperEverythingIsOpen() {
        open(Run.FULL, Look.WIDE);
        byte[] pdf = browser.print();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        browser.medium("print", false);
        assertThat(
                        browser.number(
                                "return [...document.querySelectorAll('details:not([open]) > :not(summary)')].filter(e => e.offsetHeight === 0).length"))
                .isZero();
    }

    @Test
    void aHostileRunChangesTheTextAlone() {
        String tags = "return [...new Set([...document.querySelectorAll('*')].map(e => e.tagName))].sort().join(' ')";
        Set<String> known = new HashSet<>();
        for (Run run : List.of(Run.FULL, Run.WHOLE, Run.PARTIAL)) {
            open(run, Look.WIDE);
            known.addAll(List.of(String.valueOf(browser.ask(tags)).split(" ", -1)));
        }
        open(Run.HOSTILE, Look.WIDE);
        assertThat(known).contains(String.valueOf(browser.ask(tags)).split(" ", -1));
        assertThat(browser.number("return document.scripts.length")).isEqualTo(1);
        assertThat(browser.ask("return document.body.textContent").toString())
                .contains("</script><script>alert(1)</script>");
    }

    @Test
    void aTableIsSortedByItsHeadsAndSaysSo() {
        open(Run.WHOLE, Look.WIDE);
        String head = "document.querySelector('table.sortable thead th:nth-child(5)')";
        String ratios = ROWS + ".map(r => parseFloat(r.cells[4].dataset.v)).join(' ')";
        browser.ask(head + ".querySelector('button').click(); return 0");
        assertThat(browser.ask("return " + head + ".getAttribute('aria-sort')")).isEqualTo("ascending");
        List<Double> ascending = doubles(browser.ask(ratios));
        assertThat(ascending).hasSizeGreaterThan(40).isSorted();
        browser.ask(head + ".querySelector('button').click(); return 0");
        assertThat(doubles(browser.ask(ratios)))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .containsExactlyInAnyOrderElementsOf(ascending);
        assertThat(browser.ask("return document.querySelector('[role=status]').textContent"))
                .isEqualTo("Sorted by Ratio, largest first.");
    }

    @Test
    void rowsAreFilteredAndTimesShownInOneUnit() {
        open(Run.WHOLE, Look.WIDE);
        browser.ask("const f = document.querySelector('.tools input'); f.value = 'threading/';"
                + " f.dispatchEvent(new Event('input')); return 0");
        assertThat(browser.ask(ROWS + ".map(r => r.cells[0].textContent.split('/')[0]).join(' ')"))
                .isEqualTo("threading threading threading threading");
        browser.ask("const s = document.querySelector('.tools select'); s.value = 's';"
                + " s.dispatchEvent(new Event('change')); return 0");
        assertThat(browser.ask("return [...document.querySelectorAll('data.t')].every(d => / s$/.test(d.textContent))"))
                .isEqualTo(true);
    }

    @Test
    void ratiosAreNetOfStartingOnDemandAndAsMeasuredAgain() {
        open(Run.SAMPLE, Look.WIDE);
        String cells = "[...document.querySelectorAll('table.sortable td[data-net-v]')]";
        String shown = "return " + cells + ".map(c => c.textContent + ' ' + c.dataset.v).join('|')";
        String nets = "return " + cells + ".map(c => c.dataset.net + ' ' + c.dataset.netV).join('|')";
        Object measured = browser.ask(shown);
        Object net = browser.ask(nets);
        assertThat(net).isNotEqualTo(measured).asString().contains("|");
        String press =
                "[...document.querySelectorAll('.tools button')].filter(b => b.textContent.startsWith('Without start-up'))"
                        + ".forEach(b => b.click()); return 0";
        browser.ask(press);
        assertThat(browser.ask(shown)).isEqualTo(net);
        assertThat(browser.ask("return document.querySelector('[role=status]').textContent"))
                .asString()
                .contains("ratios are shown without start-up");
        browser.ask(press);
        assertThat(browser.ask(shown)).isEqualTo(measured);
        assertThat(browser.ask(nets)).isEqualTo(net);
    }

    private static List<Double> doubles(Object words) {
        return List.of(words.toString().split(" ", -1)).stream()
                .map(Double::valueOf)
                .toList();
    }
}
