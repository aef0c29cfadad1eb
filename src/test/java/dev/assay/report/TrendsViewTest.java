package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.Nights;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeHistory;
import dev.assay.history.History;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TrendsViewTest {
    private static final RunResult RUN = SampleRuns.full();

    private static Document page(RunResult run, History history) {
        return Pages.parse(HtmlReport.render(run, history));
    }

    private static List<Element> figures(Document page) {
        return Pages.elements(page, "svg").stream()
                .filter(svg -> svg.getAttribute("class").equals("trend"))
                .toList();
    }

    private static String section(Document page) {
        return Pages.elements(page, "section").stream()
                .filter(section -> section.getAttribute("id").equals("trends"))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    @Test
    void withoutAHistoryThereIsOneSentence() {
        Document page = page(RUN, WholeHistory.before(RUN, 0));
        assertThat(figures(page)).isEmpty();
        assertThat(section(page).strip().lines().filter(line -> !line.isBlank()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("No history yet");
        assertThat(Pages.attributes(page, "href")).doesNotContain("#trends");
    }

    @Test
    void aRunThatIsNotANightSaysSoAndCommandsHaveNoSection() {
        assertThat(section(page(RUN, History.of(List.of())))).contains("This run is not in the history");
        assertThat(Pages.attributes(page(SampleRuns.commands(), History.of(List.of())), "id"))
                .doesNotContain("trends");
    }

    @Test
    void everyWorkloadHasASmallFigure() {
        History history = WholeHistory.before(RUN, 120);
        Document page = page(RUN, history);
        long workloads = RUN.trials().stream()
                .filter(trial -> trial.status() == TrialResult.Status.OK)
                .map(trial -> trial.trial().id().workload())
                .distinct()
                .count();
        assertThat(figures(page)).hasSize((int) workloads);
        String text = new String(HtmlReport.render(RUN, history), StandardCharsets.UTF_8);
        assertThat(Pattern.compile("<svg class=\"trend\".*?</svg>")
                        .matcher(text)
                        .results())
                .hasSize((int) workloads)
                .allSatisfy(svg -> assertThat(svg.group().length()).isLessThan(10_000));
        assertThat(Pages.attributes(page, "href")).contains("#trends");
    }

    @Test
    void whatChangedIsSaidAndMarked() {
        Document page = page(RUN, WholeHistory.before(RUN, 60));
        String section = section(page);
        assertThat(section)
                .contains(
                        "Time of Rust in numeric/nbody: 1.1",
                        "It began with night-5. Confirmed by night-4: a regression.")
                .contains("the toolchain of c went from gcc 12 to gcc 13")
                .contains("from other machines are not shown");
        List<Element> rings = figures(page).stream()
                .flatMap(svg -> Pages.elements(svg.getOwnerDocument(), "circle").stream())
                .filter(circle -> circle.getAttribute("class").equals("ring"))
                .distinct()
                .toList();
        // where it began, and tonight
        assertThat(rings).hasSize(2);
        assertThat(Pages.attributes(page, "class")).contains("alert", "guide");
    }

    @Test
    void theReportOfARunThatLookedAgainGivesTheResult() {
        List<HistoryEntry> nights = new ArrayList<>(WholeHistory.before(RUN, 20).nights());
        HistoryEntry tonight = nights.remove(nights.size() - 1);
        HistoryEntry yesterday = nights.get(nights.size() - 1);
        nights.add(new HistoryEntry(
                tonight.run(),
                tonight.startedAt(),
                tonight.profile(),
                yesterday.run(),
                tonight.cpuModel(),
                tonight.cores(),
                tonight.memoryGib(),
                tonight.reference(),
                tonight.versions(),
                true,
                1.02,
                tonight.figures()));
        assertThat(section(page(RUN, History.of(nights))))
                .contains("Of 48 figures: 1 regressed.", "It began with night-5.");
    }

    @Test
    void nightsAfterTheRunAreNotLookedAt() {
        History history = WholeHistory.before(RUN, 20);
        List<HistoryEntry> more = new ArrayList<>(history.nights());
        more.add(Nights.night(3650).build());
        assertThat(HtmlReport.render(RUN, History.of(more))).isEqualTo(HtmlReport.render(RUN, history));
    }

    @Test
    void namesAreOnlyText() {
        RunResult hostile = HostileRun.build();
        Document page = page(hostile, WholeHistory.before(hostile, 30));
        assertThat(figures(page)).isNotEmpty();
        assertThat(Pages.elements(page, "script")).hasSize(1);
    }
}
