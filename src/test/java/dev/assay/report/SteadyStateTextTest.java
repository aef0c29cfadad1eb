package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.SampleRuns;
import dev.assay.model.Metric;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SteadyStateTextTest {
    private final RunResult run = SampleRuns.repeated();
    private final TrialResult steady =
            run.trial(TrialId.parse("numeric/nbody:pypy:steady@75000x1")).orElseThrow();

    @Test
    void aSentenceSaysHowItSettledAndWhatThatIsWorth() {
        assertThat(SteadyStateText.describe(run, steady))
                .contains(
                        "PyPy steady: 30 repetitions per process, too few to detect a steady state, of which the first 2 were warm-up"
                                + " (20 processes: 1 flat, 19 with a warm-up); the work of a fresh process takes 1.50× as long as a repetition"
                                + " after the warm-up (1.49 to 1.51)");
        TrialResult fresh =
                run.trial(TrialId.parse("numeric/nbody:pypy:std@75000x1")).orElseThrow();
        assertThat(SteadyStateText.describe(run, fresh)).isEmpty();
    }

    @Test
    void whatIsOfAllRepetitionsHasASign() {
        assertThat(TypicalValueCell.of(steady, Metric.WALL).sign()).isEqualTo("§");
        assertThat(TypicalValueCell.of(steady, Metric.WALL).meaning())
                .isEqualTo("of all 30 repetitions in one process");
        assertThat(TypicalValueCell.of(steady, Metric.WORK).marked()).isFalse();
    }

    @Test
    void thePageHasThem() {
        assertThat(new String(HtmlReport.render(run), StandardCharsets.UTF_8))
                .contains("<dt>Repeated</dt><dd><bdi>PyPy steady: 30 repetitions", ">§</span>", "§ repeated</dt>");
    }
}
