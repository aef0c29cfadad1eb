package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a budget counts. */
class BudgetUsageTest {
    private static final TrialId TRIAL = TrialId.parse("some/program:c:std@1x1");

    private static Sample sample(int block, ProcessMeasurements figures, @Nullable Long lostNs) {
        return new Sample(
                TRIAL,
                SamplingMode.TIMING,
                block,
                0,
                false,
                figures,
                null,
                List.of(),
                null,
                null,
                null,
                lostNs == null ? null : "the meter died",
                0,
                0,
                null,
                null,
                lostNs);
    }

    @Test
    void theTimeOfALossIsSpentAndNotExpectedAgain() {
        Sample measured = sample(0, new FiguresBuilder().wall(5e6).build(), null);
        Sample lost = sample(1, ProcessMeasurements.NONE, 16_000_000_000L);
        BudgetUsage spending = new BudgetUsage(List.of(measured, lost));
        assertThat(spending.usedNs()).isEqualTo(16_005_000_000L + BudgetUsage.HANDLING_NS);
        assertThat(spending.expectedNs(TRIAL)).isEqualTo(5_000_000 + BudgetUsage.HANDLING_NS);
    }
}
