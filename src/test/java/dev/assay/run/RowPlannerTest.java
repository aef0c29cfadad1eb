package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.plan.PlannedProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowPlannerTest {
    private static final RandomizedConditions CONDITIONS = new RandomizedConditions(0, 0, null);
    private static final PlannedProcess CHEAP = slot("numeric/a:rust:std@10x1", SamplingMode.TIMING);
    private static final PlannedProcess DEAR = slot("numeric/a:python:std@10x1", SamplingMode.TIMING);
    private static final PlannedProcess FOLLOWED = slot("numeric/a:rust:std@10x1", SamplingMode.MEMORY);

    private final RowPlanner planner = new RowPlanner(false, false);

    private static PlannedProcess slot(String id, SamplingMode mode) {
        Trial trial = Examples.trial(id);
        return new PlannedProcess(trial, mode, new SampleOrder(0, 0, false), CONDITIONS);
    }

    private static Sample sample(PlannedProcess process, @Nullable Long wallNs, boolean lost) {
        ProcessMeasurements figures = wallNs == null
                ? ProcessMeasurements.NONE
                : new FiguresBuilder().wall((double) wallNs).build();
        return new Sample(
                process.trial().id(),
                process.mode(),
                process.order(),
                figures,
                ReportedTimes.NONE,
                lost ? null : SampleBuilder.WELL,
                null,
                lost ? "lost" : null,
                CONDITIONS,
                null,
                null);
    }

    private List<PlannedProcess> next(PlannedProcess... left) {
        return planner.next(List.of(left), process -> false);
    }

    private void cheapTakes(long ns) {
        planner.seen(sample(CHEAP, ns, false));
    }

    @Test
    void whoseTimeIsNotKnownRunsAlone() {
        assertThat(next(CHEAP, CHEAP)).containsExactly(CHEAP);
        cheapTakes(1_000_000);
        assertThat(next(CHEAP, CHEAP, DEAR, CHEAP)).containsExactly(CHEAP, CHEAP);
        assertThat(next(DEAR, CHEAP, CHEAP)).containsExactly(DEAR);
    }

    @Test
    void aRowTakesNoLongerThanItMayAndHasAtLeastOne() {
        cheapTakes(RowPlanner.LONGEST_NS / 3);
        planner.seen(sample(DEAR, RowPlanner.LONGEST_NS * 2, false));
        assertThat(next(CHEAP, CHEAP, CHEAP, CHEAP)).hasSize(3);
        assertThat(next(DEAR, CHEAP)).containsExactly(DEAR);
        assertThat(next(CHEAP, DEAR)).containsExactly(CHEAP);
    }

    @Test
    void theLatestTimeCounts() {
        cheapTakes(RowPlanner.LONGEST_NS * 2);
        cheapTakes(1_000_000);
        assertThat(next(CHEAP, CHEAP)).hasSize(2);
    }

    @Test
    void aRowHasAnEnd() {
        cheapTakes(1);
        List<PlannedProcess> many = Collections.nCopies(RowPlanner.MOST + 1, CHEAP);
        assertThat(planner.next(many, process -> false)).hasSize(RowPlanner.MOST);
    }

    @Test
    void whoIsFollowedForItsMemoryRunsAlone() {
        cheapTakes(1_000_000);
        assertThat(next(CHEAP, FOLLOWED, FOLLOWED)).containsExactly(CHEAP);
        assertThat(next(FOLLOWED, FOLLOWED)).containsExactly(FOLLOWED);
    }

    private static Sample peak(PlannedProcess process, long bytes, PeakQuality quality) {
        return new Sample(
                process.trial().id(),
                process.mode(),
                process.order(),
                new FiguresBuilder().wall(1e6).peak((double) bytes, quality).build(),
                ReportedTimes.NONE,
                SampleBuilder.WELL,
                null,
                null,
                CONDITIONS,
                null,
                null);
    }

    private static List<PlannedProcess> shared(List<Sample> seen, PlannedProcess... left) {
        RowPlanner sharing = new RowPlanner(false, true);
        seen.forEach(sharing::seen);
        return sharing.next(List.of(left), process -> false);
    }

    @Test
    void twoMetersShareWhatIsFollowedAndKnownToBeSmall() {
        PlannedProcess other = slot("numeric/a:python:std@10x1", SamplingMode.MEMORY);
        PlannedProcess threads = slot("numeric/a:rust:std@10x2", SamplingMode.MEMORY);
        PlannedProcess command = slot("compare/cp:command:a@1x1", SamplingMode.MEMORY);
        List<Sample> small = Stream.of(CHEAP, DEAR, threads, command)
                .map(process -> peak(process, 1 << 20, PeakQuality.RUSAGE))
                .toList();
        assertThat(shared(small, FOLLOWED, other, FOLLOWED, CHEAP)).containsExactly(FOLLOWED, other, FOLLOWED);
        assertThat(shared(small, CHEAP, FOLLOWED)).containsExactly(CHEAP);
        for (PlannedProcess alone : List.of(threads, command)) {
            assertThat(shared(small, FOLLOWED, alone)).containsExactly(FOLLOWED);
            assertThat(shared(small, alone, FOLLOWED)).containsExactly(alone);
        }
        List<Sample> large = new ArrayList<>(small);
        large.add(peak(DEAR, RowPlanner.LARGEST_SHARED_BYTES + 1, PeakQuality.RUSAGE));
        assertThat(shared(large, FOLLOWED, other)).containsExactly(FOLLOWED);
        assertThat(shared(small.subList(0, 1), FOLLOWED, other)).as("not known").containsExactly(FOLLOWED);
        List<Sample> unfollowable = new ArrayList<>(small);
        unfollowable.add(peak(other, 1 << 20, PeakQuality.RUSAGE));
        assertThat(shared(unfollowable, FOLLOWED, other)).containsExactly(FOLLOWED);
        PlannedProcess[] many =
                Collections.nCopies(RowPlanner.MOST_SHARED + 1, FOLLOWED).toArray(PlannedProcess[]::new);
        assertThat(shared(small, many)).hasSize(RowPlanner.MOST_SHARED);
    }

    @Test
    void whoCostTheMeterRunsAloneTheNextTime() {
        cheapTakes(1_000_000);
        planner.seen(sample(CHEAP, null, true));
        assertThat(next(CHEAP, CHEAP)).hasSize(1);
    }

    @Test
    void aRowEndsBeforeWhatIsNotToBeRun() {
        cheapTakes(1_000_000);
        planner.seen(sample(DEAR, 1_000_000L, false));
        assertThat(planner.next(List.of(CHEAP, DEAR, CHEAP), DEAR::equals)).containsExactly(CHEAP);
    }

    @Test
    void whereEverythingIsToRunAloneThereAreNoRows() {
        RowPlanner alone = new RowPlanner(true, true);
        alone.seen(sample(CHEAP, 1_000_000L, false));
        assertThat(alone.next(List.of(CHEAP, CHEAP), process -> false)).hasSize(1);
    }
}
