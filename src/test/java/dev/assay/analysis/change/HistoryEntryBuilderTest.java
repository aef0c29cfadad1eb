package dev.assay.analysis.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.history.HistoryPoint;
import org.junit.jupiter.api.Test;

/** What a night keeps of programs that were measured in several layouts. */
class HistoryEntryBuilderTest {
    private static final int PROGRAMS = 12;

    /** The first program of a run of many whose layouts take that many times as long. */
    private static HistoryPoint first(double... layouts) {
        Synthetic run = Synthetic.run(1).blocks(30).spread(0.005).canary(1);
        for (int i = 0; i < PROGRAMS; i++) {
            String id = "numeric/w" + i + ":rust:std@1x1";
            run.trial(id, Figures.ofWork(10, 5)).changed(id, sample -> {
                int build = sample.block() % layouts.length;
                return Samples.ofBuild(sample, build, layouts[build]);
            });
        }
        return HistoryEntryBuilder.summarize(run.build()).orElseThrow().figures().stream()
                .filter(figure -> figure.metric() == Metric.WORK)
                .findFirst()
                .orElseThrow();
    }

    private static double width(HistoryPoint figure) {
        return requireNonNull(figure.high()) - requireNonNull(figure.low());
    }

    /** All programs have the same three levels, so their standard deviation is known as if there were many of them: 2 x 1.96 x 0.0742 / sqrt(3). */
    @Test
    void theIntervalOfAProgramIsForWhateverLayouts() {
        HistoryPoint apart = first(1, 1.08, 1.16);
        assertThat(apart.log()).isCloseTo(first(1.08, 1.08, 1.08).log(), within(0.01));
        assertThat(width(apart)).isCloseTo(0.17, within(0.02));
        assertThat(width(first(1, 1, 1))).isLessThan(0.01);
    }

    @Test
    void aProgramOfOneLayoutHasTheIntervalOfItsBlocks() {
        assertThat(width(first(1))).isBetween(0.001, 0.01);
    }
}
