package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.SecondaryStatistics.Builds;
import dev.assay.model.result.SecondaryStatistics.CloseTo;
import dev.assay.model.result.SecondaryStatistics.NetRatio;
import dev.assay.model.result.SecondaryStatistics.Sessions;
import dev.assay.model.result.SecondaryStatistics.SpikedRatio;
import dev.assay.model.run.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondaryStatisticsTextTest {
    @Test
    void everythingThatIsKnownIsSaid() {
        assertThat(words(new SecondaryStatistics(
                        new SpikedRatio(1.5, new Interval(1.4, 1.7), 2, 1),
                        new NetRatio("startup/empty", 2.5, new Interval(2.25, 2.75)),
                        new CloseTo(1.25, false),
                        0.01,
                        new Builds(3, 2, new Interval(1.15, 1.25)),
                        new Sessions(3, 1.2, new Interval(1.05, 1.37)))))
                .isEqualTo(
                        "with spikes 1.50× (1.40 to 1.70), 1 spike; net of startup/empty 2.50× (2.25 to 2.75); for these builds alone,"
                                + " 3 and 2, 1.15 to 1.25; the interval treats them as a sample of all builds of the same code; with the 3"
                                + " sessions as a sample 1.20× (1.05 to 1.37); Rust is not shown to be close, less than 1.25 times C");
    }

    @Test
    void whatIsNotSureIsNotMadeARatio() {
        assertThat(words(new SecondaryStatistics(
                        new SpikedRatio(1.5, null, 0, 0),
                        new NetRatio("noise/floor", -2, null),
                        null,
                        null,
                        null,
                        null)))
                .isEqualTo("with spikes 1.50×, no outlier; net of the floor nothing, uncertain");
        assertThat(words(new SecondaryStatistics(
                        null,
                        new NetRatio("noise/floor", 0.5, new Interval(-1, 2)),
                        new CloseTo(1.1, true),
                        null,
                        null,
                        null)))
                .isEqualTo("net of the floor 0.500× (at most 2.00×); Rust is close: less than 1.10 times C");
        assertThat(words(SecondaryStatistics.NOTHING)).isEmpty();
    }

    private static String words(SecondaryStatistics beside) {
        TrialId rust = TrialId.parse("numeric/nbody:rust:std@100x1");
        TrialId c = TrialId.parse("numeric/nbody:c:std@100x1");
        Estimate estimate = new Estimate(1.2, null, null, 20, Estimate.Kind.CONFIDENCE);
        return SecondaryStatisticsText.describe(new Comparison(
                "numeric/nbody", Metric.WORK, rust, c, estimate, 1.05, Comparison.Verdict.UNCLEAR, List.of(), beside));
    }
}
