package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.SampleBuilder;
import dev.assay.chart.RunCharts;
import dev.assay.export.Format;
import dev.assay.fixture.SampleRun;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The run that is kept under {@code results/sample}, with today's analysis and report. */
class SampleRunTest {
    /** Two roundings of {@code exp}. */
    private static final double ULPS = 4e-16;

    /** What ten blocks of this run leave open: the least reservations, what two threads do on a noisy virtual machine; and what runs on request. */
    private static final Map<String, ClaimVerdict> OTHERWISE = Map.ofEntries(
            Map.entry("speed.close-to-c", ClaimVerdict.SUPPORTED_OPEN),
            Map.entry("speed.library", ClaimVerdict.INCONCLUSIVE),
            Map.entry("memory.gc-cost", ClaimVerdict.INCONCLUSIVE),
            Map.entry("threads.gil", ClaimVerdict.SUPPORTED_OPEN),
            Map.entry("errors.cost", ClaimVerdict.SUPPORTED_OPEN),
            Map.entry("startup.low-overhead", ClaimVerdict.SUPPORTED_OPEN),
            Map.entry("errors.early", ClaimVerdict.NOT_TESTED),
            Map.entry("errors.crashes", ClaimVerdict.NOT_TESTED),
            Map.entry("errors.hidden", ClaimVerdict.NOT_TESTED),
            Map.entry("data.libraries", ClaimVerdict.NOT_TESTED),
            Map.entry("data.scripts", ClaimVerdict.NOT_TESTED),
            Map.entry("safety.classes", ClaimVerdict.NOT_TESTED),
            Map.entry("build.edit-run", ClaimVerdict.NOT_TESTED),
            Map.entry("build.packaging", ClaimVerdict.NOT_TESTED),
            Map.entry("build.check", ClaimVerdict.NOT_TESTED),
            Map.entry("toolchain.old-crates", ClaimVerdict.NOT_TESTED));

    @Test
    void itIsCompleteAndStillRenders() {
        RunResult result = SampleRun.result();
        assertThat(result.partial()).isFalse();
        assertThat(result.failed()).isFalse();
        assertThat(result.claims())
                .filteredOn(SampleRunTest::measured)
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.verdict())
                        .as(claim.claim().id())
                        .isEqualTo(OTHERWISE.getOrDefault(
                                claim.claim().id(), claim.claim().expected())));
        assertThat(RunCharts.of(result).all()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(new String(HtmlReport.render(result), StandardCharsets.UTF_8))
                .contains("numeric/nbody", "</html>");
        assertThat(MarkdownSummary.render(result)).contains("speed.interpreted");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void itExportsInEveryFormat(Format format) {
        byte[] file = format.render(SampleRun.result()).orElseThrow();
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("numeric/nbody");
    }

    /** The sample may be older than the probes: then a claim that rests on some cannot be decided by it. */
    private static boolean measured(ClaimResult claim) {
        return claim.evidence().stream()
                .noneMatch(evidence -> evidence.probe() != null && evidence.outcome() == ClaimResult.Outcome.NO_DATA);
    }

    @Test
    void swappingBaselineAndContenderInvertsEveryRatio() {
        List<Comparison> asMeasured = pythonToRust(SampleRun.result());
        List<Comparison> swapped = pythonToRust(SampleRun.analyze(swapped(SampleRun.recording())));
        assertThat(swapped).hasSameSizeAs(asMeasured).isNotEmpty();
        for (int i = 0; i < swapped.size(); i++) {
            Comparison there = asMeasured.get(i);
            Comparison back = swapped.get(i);
            assertThat(there.estimate().value() * back.estimate().value()).isCloseTo(1, within(ULPS));
            Interval at95 = Objects.requireNonNull(there.estimate().at95());
            Interval inverse = Objects.requireNonNull(back.estimate().at95());
            assertThat(at95.low() * inverse.high()).isCloseTo(1, within(ULPS));
            assertThat(at95.high() * inverse.low()).isCloseTo(1, within(ULPS));
        }
    }

    private static List<Comparison> pythonToRust(RunResult result) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.baseline().runtime() == Runtime.PYTHON
                        && comparison.contender().runtime() == Runtime.RUST)
                .toList();
    }

    /** The same processes with Python's called Rust's and Rust's called Python's. */
    private static Recording swapped(Recording from) {
        RunHeader h = from.header();
        List<Trial> trials = h.trials().stream()
                .map(trial -> new Trial(
                        swapped(trial.id()), trial.command(), trial.expected(), trial.workTime(), trial.skipped()))
                .toList();
        RunHeader header = new RunHeader(
                h.id(),
                h.startedAt(),
                h.assayVersion(),
                h.sampling(),
                h.options(),
                h.commandLine(),
                h.hashes(),
                new RunSubject(
                        h.workloads(),
                        h.subject().sources(),
                        trials,
                        h.subject().floor(),
                        h.subject().canary()),
                h.toolchains(),
                h.programs(),
                h.environment(),
                h.warnings());
        return new Recording(
                header,
                List.of(),
                from.samples().stream()
                        .map(sample -> new SampleBuilder(sample)
                                .trial(swapped(sample.trial()))
                                .build())
                        .toList(),
                from.environments(),
                List.of(),
                List.of(),
                from.end());
    }

    private static TrialId swapped(TrialId id) {
        Runtime other = id.runtime() == Runtime.PYTHON
                ? Runtime.RUST
                : id.runtime() == Runtime.RUST ? Runtime.PYTHON : id.runtime();
        return new TrialId(id.workload(), other, id.variant(), id.size(), id.threads());
    }
}
