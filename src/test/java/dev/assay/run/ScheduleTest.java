package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.StopRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which processes the kernel's events are counted. */
class ScheduleTest {
    private static final StopRule RULE = Examples.precisionRule(0.02);
    private static final int WARMUPS = 2;

    private final Trial waiting = Examples.trial("numeric/a:rust:std@10x1");
    private final Trial careless = Examples.trial("numeric/a:python:std@10x1");
    private final Plan plan = new Plan(42, 6, WARMUPS, 3, List.of(List.of(waiting, careless)));
    private final Schedule schedule = new Schedule(plan, null, 1, RULE);

    private List<Trial> countedIn(int block) {
        return plan.block(block).stream()
                .filter(schedule::counts)
                .map(PlannedProcess::trial)
                .distinct()
                .toList();
    }

    @Test
    void warmUpsAloneHaveThem() {
        assertThat(countedIn(0)).containsExactlyInAnyOrder(waiting, careless);
        assertThat(countedIn(WARMUPS - 1)).containsExactlyInAnyOrder(waiting, careless);
        assertThat(countedIn(WARMUPS)).isEmpty();
    }

    @Test
    void aTrialThatLosesCpuTimeHasThemToTheEnd() {
        schedule.seen(Examples.followed(
                careless.id().toString(),
                0,
                new FiguresBuilder().cpuComplete(false).build()));
        schedule.seen(Examples.followed(
                waiting.id().toString(),
                0,
                new FiguresBuilder().cpuComplete(true).build()));
        assertThat(countedIn(WARMUPS)).containsExactly(careless);
        assertThat(countedIn(plan.totalBlocks() - 1)).containsExactly(careless);
    }
}
