package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.Probes;
import dev.assay.analysis.Analysis;
import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts that rest on memory per element. */
class MemoryGrowthsTest {
    /** 40 bytes in Python and 8 in Rust, then 64 and 32; a little off the line. */
    private static final List<ProbeResult> BOTH = List.of(
            Probes.growth("integers", Runtime.PYTHON, "std", 9_040_000, 9_080_010, 9_120_000, 9_160_010),
            Probes.growth("integers", Runtime.RUST, "std", 8_000, 16_001, 24_000, 32_001),
            Probes.growth("strings", Runtime.PYTHON, "std", 9_064_000, 9_128_010, 9_192_000, 9_256_010),
            Probes.growth("strings", Runtime.RUST, "std", 32_000, 64_001, 96_000, 128_001));

    private static ClaimResult judged(Estimator estimate, double above, List<ProbeResult> results) {
        Condition when = new Condition.Measure(
                new Quantity(
                        Metric.ELEMENT_BYTES,
                        List.of("growth"),
                        List.of(ComparisonSide.parse("python:std"), ComparisonSide.parse("rust:std")),
                        estimate),
                95,
                Condition.Bound.LOW,
                Condition.Op.ABOVE,
                above,
                null,
                false);
        Recording recording = new Recording(
                Examples.header(List.of()),
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Recording.End(Instant.EPOCH, true, null));
        return Analysis.analyze(recording, Synthetic.ARTICLE, List.of(Rules.claim(when)))
                .claims()
                .get(0);
    }

    /** The mean of 5 and 2 is the root of 10. */
    @Test
    void theMeanIsOverTheStructures() {
        ClaimResult result = judged(Estimator.SUITE, 3, BOTH);

        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.sentence())
                .startsWith("Python needs 3.162 times as much memory per element as Rust over 2 data structures (95 %")
                .endsWith("Required: above 3.");
    }

    @Test
    void eachStructureCanBeJudgedByItself() {
        assertThat(judged(Estimator.SOME, 4, BOTH).verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(judged(Estimator.EVERY, 4, BOTH).verdict()).isEqualTo(ClaimVerdict.REFUTED);
    }

    @Test
    void whatWasNotMeasuredIsNamed() {
        ClaimResult half = judged(Estimator.SUITE, 3, BOTH.subList(0, 3));
        assertThat(half.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(half.sentence()).contains("memory per element of rust:std in growth/strings");
        assertThat(judged(Estimator.SUITE, 3, List.of()).sentence()).contains("the suite growth");

        List<ProbeResult> level = new ArrayList<>(BOTH);
        level.set(3, Probes.growth("strings", Runtime.RUST, "std", 32_000, 32_000, 32_000));
        assertThat(judged(Estimator.SUITE, 3, level).sentence()).contains("its memory does not grow with the count");
    }
}
