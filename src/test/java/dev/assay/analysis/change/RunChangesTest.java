package dev.assay.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison;
import dev.assay.model.run.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of many changes together. */
class RunChangesTest {
    /** A run of that many workloads, of which the first ones take that many times as long. */
    private static Recording run(long seed, int blocks, int workloads, int moved, double factor) {
        Synthetic run = Synthetic.run(seed).blocks(blocks).canary(1);
        for (int i = 0; i < workloads; i++) {
            run.trial("numeric/w" + i + ":rust:std@1x1", Figures.ofWork(i < moved ? 10 * factor : 10, 5));
        }
        return run.build();
    }

    private static List<Comparison> times(RunComparison runs) {
        return runs.changes().stream()
                .map(RunComparison.Change::comparison)
                .filter(comparison -> comparison.metric().timed())
                .toList();
    }

    private static List<Comparison> times(int blocks, int workloads, int moved, double factor) {
        return times(RunChanges.compare(run(1, blocks, workloads, 0, 1), run(2, blocks, workloads, moved, factor)));
    }

    /** Of 6 against 6 ratios the smallest p-value that there is, is 2 of 924; among forty it becomes 0.087. */
    @Test
    void whatIsBeyondTheMarginAloneIsUnclearAmongForty() {
        assertThat(times(6, 1, 1, 3)).singleElement().satisfies(alone -> {
            assertThat(alone.verdict()).isEqualTo(Verdict.WORSE);
            assertThat(alone.reasons()).isEmpty();
        });
        List<Comparison> among = times(6, 40, 1, 3);
        assertThat(among).hasSize(40);
        assertThat(among.get(0).verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(among.get(0).reasons())
                .containsExactly("not beyond the margin after correction for the number of trials");
        assertThat(among.get(0).estimate().at95())
                .satisfies(interval -> assertThat(interval.high()).isLessThan(1 / 1.1));
    }

    @Test
    void withMoreBlocksItIsSureAmongFortyToo() {
        assertThat(times(12, 40, 1, 3).get(0).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void twoOfTenWorkloadsThatGotSlowerAreProgramsAndThreeAreNot() {
        assertThat(times(20, 10, 2, 1.5))
                .filteredOn(each -> each.verdict() == Verdict.WORSE)
                .hasSize(2);
        RunComparison runs = RunChanges.compare(run(1, 20, 10, 0, 1), run(2, 20, 10, 3, 1.5));
        assertThat(runs.regressed()).isFalse();
        assertThat(times(runs))
                .filteredOn(each -> each.verdict() == Verdict.INCONCLUSIVE)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.reasons())
                        .containsExactly("3 of 10 workloads moved the same way at once, so they have a common cause"));
    }

    @Test
    void theSameHoldsWhereTheyGotFaster() {
        assertThat(times(20, 10, 3, 0.5)).noneMatch(each -> each.verdict() == Verdict.BETTER);
        assertThat(times(20, 10, 2, 0.5))
                .filteredOn(each -> each.verdict() == Verdict.BETTER)
                .hasSize(2);
    }

    /** A run of ten programs, whose builds take that many times as long as each would in the plain layout. */
    private static Recording layouts(long seed, double factor, double... builds) {
        Synthetic run = Synthetic.run(seed).blocks(30).spread(0.005).canary(1);
        for (int i = 0; i < 10; i++) {
            String id = "numeric/w" + i + ":rust:std@1x1";
            double times = i == 0 ? factor : 1;
            run.trial(id, Figures.ofWork(10, 5)).changed(id, sample -> {
                int build = sample.block() % builds.length;
                return Samples.ofBuild(sample, build, times * builds[build]);
            });
        }
        return run.build();
    }

    private static Comparison first(Recording baseline, Recording contender) {
        return times(RunChanges.compare(baseline, contender)).get(0);
    }

    /** The typical layout of the new ones is slower by 15 %, of which nobody knows whether the next three would be. */
    @Test
    void newLayoutsOfAProgramThatChangedAreASampleOfAllThatItMayHave() {
        Recording before = layouts(1, 1, 1, 1.08, 1.16);
        assertThat(first(before, layouts(2, 1.15, 1.16, 1, 1.08))).satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.UNCLEAR);
            assertThat(change.estimate().value()).isCloseTo(1 / 1.15, within(0.02));
            assertThat(change.reasons())
                    .hasSize(2)
                    .anySatisfy(reason -> assertThat(reason)
                            .startsWith("builds: for these builds alone the interval is ")
                            .contains("which means 'worse'"));
        });
        assertThat(first(before, layouts(2, 2, 1.16, 1, 1.08)).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void whereLayoutsHardlyDifferTheyTakeNoVerdictAway() {
        assertThat(first(layouts(1, 1, 1, 1.004, 1.008), layouts(2, 1.15, 1.008, 1, 1.004))
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }
}
