package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.analysis.Analysis;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PreloaderTest {
    /** A step that fails would only be slow, and nobody would see it. */
    @Test
    void everyStepCanBeDone() {
        Preloader preloader = new Preloader(Map.of());
        for (FutureTask<?> step : preloader.steps()) {
            step.run();
            assertThatCode(step::get).doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsAskedForIsThereWhoeverDoesIt() {
        Preloader asked = new Preloader(Map.of());
        assertThat(asked.inspector()).isSameAs(asked.inspector());
        asked.prepareCharts();
        Preloader begun = Preloader.begin(Map.of());
        assertThat(begun.inspector()).isSameAs(begun.inspector());
        begun.prepareCharts();
        begun.finish();
    }

    @Test
    void nothingIsBegunOnceItIsFinished() {
        Preloader preloader = new Preloader(Map.of());
        preloader.finish();
        assertThat(preloader.steps()).allMatch(Future::isCancelled);
    }

    /** Else it would load little of what a comparison needs. */
    @Test
    void theExampleIsAnalyzedLikeAComparisonOfTwoCommands() {
        RunResult result = Analysis.analyze(ExampleRun.recording(), Rulebook.NONE);
        assertThat(result.header().comparesCommands()).isTrue();
        assertThat(result.partial()).isFalse();
        assertThat(result.failed()).isFalse();
        assertThat(result.comparisons()).extracting(Comparison::metric).contains(Metric.WALL, Metric.CPU, Metric.PEAK);
        assertThat(result.noise().canary()).isNotNull();
    }
}
