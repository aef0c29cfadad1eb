package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a budget counts. */
class BudgetUsageTest {
    private static final TrialId TRIAL = TrialId.parse("some/program:c:std@1x1");

    @Test
    void theTimeOfALossIsSpentAndNotExpectedAgain() {
        Sample measured = new SampleBuilder(TRIAL)
                .figures(new FiguresBuilder().wall(5e6).build())
                .build();
        Sample lost = new SampleBuilder(TRIAL)
                .order(1, 0, false)
                .lost("the meter died", 16_000_000_000L)
                .build();
        BudgetUsage spending = new BudgetUsage(List.of(measured, lost));
        assertThat(spending.usedNs()).isEqualTo(16_005_000_000L + BudgetUsage.HANDLING_NS);
        assertThat(spending.expectedNs(TRIAL)).isEqualTo(5_000_000 + BudgetUsage.HANDLING_NS);
    }
}
