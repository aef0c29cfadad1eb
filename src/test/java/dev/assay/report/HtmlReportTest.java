package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Probes;
import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import dev.assay.model.Metric;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Source;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    static Stream<RunResult> runs() {
        return Stream.of(
                SampleRuns.full(),
                SampleRuns.partial(),
                SampleRuns.commands(),
                SampleRuns.commandsOfSeveralRuns(),
                HostileRun.build(),
                WholeRun.build(4),
                new RunBuilder().build());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void loadsNothingAndRunsItsOwnScriptOnly(RunResult result) {
        Document page = page(result);
        assertThat(Pages.elements(page, "*"))
                .extracting(Element::getTagName)
                .doesNotContain("link", "img", "iframe", "object", "embed", "base", "form", "audio", "video");
        assertThat(Pages.elements(page, "*")).allSatisfy(element -> {
            for (String attribute : List.of("src", "srcset", "style", "onload", "onerror", "onclick", "xlink:href")) {
                assertThat(element.hasAttribute(attribute)).isFalse();
            }
        });
        assertThat(Pages.elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
        assertThat(Pages.attributes(page, "http-equiv")).containsExactly("Content-Security-Policy");
        List<Element> scripts = Pages.elements(page, "script");
        assertThat(scripts).hasSize(1);
        assertThat(scripts.get(0).getTextContent()).isEqualTo(PageScript.load().text());
        assertThat(Pages.attributes(page, "content"))
                .contains("default-src 'none'; style-src 'unsafe-inline'; script-src '" + hash(scripts.get(0))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyIdIsThereOnceAndEveryLinkInsideThePageLeadsSomewhere(RunResult result) {
        Document page = page(result);
        List<String> ids = Pages.attributes(page, "id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pages.attributes(page, "href"))
                .filteredOn(href -> href.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        assertThat(Pages.attributes(page, "aria-labelledby"))
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatASingleSessionCannotKnowIsSaidOnce(RunResult result) {
        assertThat(text(result).split("on this day", -1)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void headingsGoDownOneLevelAtATime(RunResult result) {
        int level = 0;
        for (Element element : Pages.elements(page(result), "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(level).isPositive();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyPictureHasATitleAndStaysSmall(RunResult result) {
        for (Element svg : Pages.elements(page(result), "svg")) {
            Element title = Pages.children(svg).get(0);
            assertThat(title.getTagName()).isEqualTo("title");
            assertThat(title.getTextContent()).isNotBlank();
            assertThat(svg.getAttribute("role")).isEqualTo("img");
        }
    }

    @Test
    void howOftenAProgramRanIsSaidWhereItRanSeveralTimesInABlock() {
        assertThat(text(SampleRuns.commands())).doesNotContain("runs of");
        // wall and CPU time; memory rests on samples of its own
        assertThat(text(SampleRuns.commandsOfSeveralRuns())
                        .split("20 blocks, 20 runs of Baseline and 80 of Contender", -1))
                .hasSize(3);
    }

    @Test
    void aHostileRunIsShownAsItIsAndAsTextOnly() {
        Document page = page(HostileRun.build());
        String text = page.getDocumentElement().getTextContent();
        assertThat(text).contains("</script><script>alert(1)</script>\"'`{{id}}{{{id}}}");
        assertThat(text).contains("⟨U+202E⟩gnp.exe⟨U+0000⟩").doesNotContain("\u202E", "\u0000");
        assertThat(text).contains("👩");
        Set<String> tags = new HashSet<>();
        Pages.elements(page, "*").forEach(element -> tags.add(element.getTagName()));
        assertThat(tags).doesNotContain("b", "w");
    }

    @Test
    void aLinkThatIsNotOfTheWebIsNotALink() {
        RunResult good = SampleRuns.full();
        assertThat(Pages.attributes(page(good), "href")).contains(good.article().url());
        RunResult bad = SampleRuns.withArticle(good, "javascript:alert(1)");
        assertThat(Pages.attributes(page(bad), "href")).noneMatch(href -> href.startsWith("javascript:"));
    }

    @Test
    void everyVerdictHasItsWord() {
        String text = text(SampleRuns.full());
        for (ClaimVerdict verdict : ClaimVerdict.values()) {
            assertThat(text).contains(verdict.title());
        }
        assertThat(text).contains("Rule. ", "Interpreted Python is slower");
    }

    @Test
    void claimsWithAVerdictAreCardsInTheOrderOfVerdictsAndTheOthersAFoldedList() {
        Document page = page(SampleRuns.full());
        List<String> cards = Pages.elements(page, "article").stream()
                .map(card -> card.getAttribute("id"))
                .toList();
        assertThat(cards)
                .containsExactly(
                        "claim-speed.interpreted",
                        "claim-speed.close-to-c",
                        "claim-speed.text",
                        "claim-threads.scaling");
        Element list = untested(page);
        assertThat(list.getTextContent())
                .contains("2 claims were not tested", "Popularity is not a property of a program.");
        assertThat(Pages.attributes(page, "id")).contains("claim-web.io", "claim-popularity");
        assertThat(list.hasAttribute("open")).isTrue();
    }

    @Test
    void whereNothingWasTestedTheCommonReasonIsSaidOnceAndTheListIsClosed() {
        RunBuilder run = new RunBuilder();
        String reason = "This was a smoke run.";
        for (int i = 0; i < 6; i++) {
            run.claims.add(untested("claim-" + i, reason));
        }
        run.claims.add(untested("other", "No program can."));
        Document page = page(run.build());
        assertThat(Pages.elements(page, "article")).isEmpty();
        Element list = untested(page);
        assertThat(list.hasAttribute("open")).isFalse();
        assertThat(list.getTextContent()).containsOnlyOnce(reason).containsOnlyOnce("No program can.");
    }

    @Test
    void theFirstSectionSaysWhoWasAheadInPlainWords() {
        assertThat(text(SampleRuns.full()))
                .contains("Rust was faster than Python in 6 of 7 workloads: 10.7× to 46.6× as fast."
                        + " The other one shows no clear difference.");
        assertThat(text(SampleRuns.commands())).doesNotContain("In short");
    }

    @Test
    void withoutIntervalsNobodyIsSaidToBeAheadOrNot() {
        RunBuilder run = new RunBuilder();
        TrialId python = SampleRuns.id("numeric/nbody", "python", 1, 1);
        TrialId rust = SampleRuns.id("numeric/nbody", "rust", 1, 1);
        Estimate estimate = new Estimate(40, null, null, 4, Estimate.Kind.CONFIDENCE);
        run.comparisons.add(new Comparison(
                "numeric/nbody",
                Metric.WORK,
                python,
                rust,
                estimate,
                1.02,
                Comparison.Verdict.INCONCLUSIVE,
                List.of("too few blocks")));
        assertThat(text(run.build())).doesNotContain("In short");
        run.comparisons.clear();
        run.compare(Metric.WORK, python, rust, 1, 0.1);
        assertThat(text(run.build())).contains("In short", "The workload does not show Rust or Python clearly faster.");
    }

    @Test
    void aWarningAndItsRemedyAreSentences() {
        assertThat(text(SampleRuns.full()))
                .contains("The processor's governor is 'powersave'. Hold it at its fastest with"
                        + " 'sudo cpupower frequency-set -g performance'.");
    }

    @Test
    void aPartialSmokeRunOnANoisyMachineSaysSoFirst() {
        List<String> banners = Pages.elements(page(SampleRuns.partial()), "aside").stream()
                .map(element -> element.getAttribute("aria-label"))
                .toList();
        assertThat(banners).containsExactly("Partial run", "Noisy machine", "Smoke run");
        assertThat(Pages.elements(page(SampleRuns.commands()), "aside")).isEmpty();
    }

    @Test
    void failedAndSkippedTrialsStandWithTheirReasons() {
        String text = text(SampleRuns.full());
        assertThat(text)
                .contains("numeric/collatz:rust:std@60000x1", "got '41', expected '42'")
                .contains("numeric/collatz:c:std@60000x1", "no C compiler was found");
    }

    @Test
    void twoCommandsAreTheHeadlineAndNoClaimIsShown() {
        String text = text(SampleRuns.commands());
        assertThat(text)
                .contains("Two commands compared", "42.0×", "Contender faster", "/usr/bin/python3 app.py 10")
                .doesNotContain("What the article claims");
    }

    @Test
    void commandLinesCanBeCopied() {
        String text = text(HostileRun.build());
        assertThat(text).contains("$'/tmp/</script>").contains("alert(1)</script>\"\\'`");
    }

    @Test
    void theReportOfTheWholeCatalogStaysUnderFourMegabytesAndShowsEverySample() {
        RunResult result = WholeRun.build(60);
        byte[] page = HtmlReport.render(result);
        assertThat(page).hasSizeLessThan(4_000_000);
        int timed = result.trials().size() * (60 + result.header().sampling().warmupBlocks());
        assertThat(Pages.elements(Pages.parse(page), "path").stream()
                        .filter(path -> List.of("points", "warmup").contains(path.getAttribute("class")))
                        .mapToInt(path -> path.getAttribute("d").split("M", -1).length - 1)
                        .sum())
                .isEqualTo(timed);
    }

    @Test
    void aProgramThatSeveralVariantsShareIsShownOnceWithEveryBuild() {
        RunBuilder run = new RunBuilder();
        SampleRuns.workload(run, "numeric/nbody", "N-body", 1, 1, 2, 1, 1, 2);
        Source first = run.sources.get(0);
        run.sources.add(new Source(
                first.workload(),
                first.runtime(),
                "tuned",
                first.path(),
                first.sha256(),
                "cargo tuned",
                9,
                first.text()));
        String text = text(run.build());
        assertThat(text)
                .containsOnlyOnce("std::env::args()")
                .contains("Rust, Rust tuned", first.build(), "cargo tuned");
    }

    private static String hash(Element script) {
        byte[] text = script.getTextContent().getBytes(StandardCharsets.UTF_8);
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hash(text)));
    }

    private static ClaimResult untested(String id, String reason) {
        Claim claim = new Claim(id, "Section", "A claim", ClaimVerdict.NOT_TESTED, null, "No program can measure it.");
        return new ClaimResult(claim, ClaimVerdict.NOT_TESTED, reason, List.of());
    }

    private static Element untested(Document page) {
        return Pages.elements(page, "details").stream()
                .filter(details -> details.getAttribute("class").equals("untested"))
                .findFirst()
                .orElseThrow();
    }

    private static Document page(RunResult result) {
        return Pages.parse(HtmlReport.render(result));
    }

    private static String text(RunResult result) {
        return page(result).getDocumentElement().getTextContent();
    }

    @Test
    void showsAProbeWithItsTwinItsMessageAndTheClaimsItDecides() {
        RunBuilder run = SampleRuns.fullBuilder();
        Probe probe = Probes.rust("safety/moved", ProbeOutcome.REJECTED, "E0382");
        run.probes.add(Probes.result(probe, ProbeOutcome.REJECTED, "E0382"));
        run.probes.add(
                Probes.result(Probes.rust("safety/moved-twin", ProbeOutcome.COMPILES, null), ProbeOutcome.COMPILES));
        run.probes.add(Probes.result(Probes.python("safety/odd", ProbeOutcome.RAISES, null), ProbeOutcome.COMPILES));
        run.probes.add(Probes.missed(
                Probes.python("safety/lost", ProbeOutcome.RAISES, null), ProbeOutcome.TIMED_OUT, "it hangs"));
        ClaimResult first = run.claims.get(0);
        run.claims.set(
                0,
                new ClaimResult(
                        first.claim(),
                        first.verdict(),
                        first.sentence(),
                        List.of(new ClaimResult.Evidence(
                                "probe safety/moved",
                                null,
                                null,
                                0,
                                "rejected with E0382",
                                ClaimResult.Outcome.HOLDS,
                                "safety/moved"))));
        String claim = first.claim().id();

        Document page = page(run.build());

        String row = Pages.byId(page, "probe-safety.moved").getTextContent();
        assertThat(row).contains("rejected with E0382", "tool 1.0", claim).doesNotContain("change");
        assertThat(Pages.byId(page, "probe-safety.odd").getTextContent())
                .contains("runs clean", "This differs from the expected outcome, “raises”.");
        assertThat(Pages.byId(page, "probe-safety.lost").getTextContent()).contains("timed out", "it hangs");
        assertThat(Pages.byId(page, "claim-" + claim).getTextContent()).contains("safety/moved", "rejected with E0382");
        assertThat(Pages.attributes(page, "href"))
                .contains("#probe-safety.moved", "#program-safety.moved", "#claim-" + claim, "#probes")
                .doesNotContain("#program-safety.moved-twin");
        assertThat(Pages.attributes(page, "aria-label"))
                .containsOnlyOnce(
                        "Program of safety/moved", "Program of safety/moved-twin", "Message for safety/moved");
    }
}
