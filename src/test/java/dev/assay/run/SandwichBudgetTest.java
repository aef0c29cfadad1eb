package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.run.SimulatedRun.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several runs of cheap programs, and a budget that is hardly enough. */
class SandwichBudgetTest {
    private static final int WARMUPS = 2;
    private static final int FEWEST = 10;
    private static final List<String> WORKLOADS = List.of("numeric/a", "numeric/b", "numeric/c");

    private final Plan plan = new Plan(
            42,
            60,
            WARMUPS,
            3,
            Stream.concat(
                            Stream.of(List.of(Examples.floor())),
                            WORKLOADS.stream()
                                    .map(workload -> Stream.of("python", "rust", "c")
                                            .map(runtime -> Examples.trial(workload + ":" + runtime + ":std@10x1"))
                                            .toList()))
                    .toList());

    /** The cheap ones vary more, so that they are to run more often from the fourth block on. */
    private SimulatedRun run(double seconds, long seed, double spread) {
        SimulatedRun run = new SimulatedRun(plan, new StoppingPolicy(FEWEST, 2, 0.02, Math.round(seconds * 1e9)), seed);
        for (List<Trial> group : plan.groups().subList(1, plan.groups().size())) {
            run.costing(group.get(0).id(), 100, spread);
            run.costing(group.get(1).id(), 2.5, 3 * spread);
            run.costing(group.get(2).id(), 4, 3 * spread);
        }
        return run;
    }

    private static int fewest(Outcome outcome) {
        return WORKLOADS.stream()
                .mapToInt(workload -> outcome.blocks(workload).size())
                .min()
                .orElseThrow();
    }

    /** What the fewest blocks take if every trial runs once. */
    private double secondsOfTheFewest(long seed, double spread) {
        List<Sample> samples = run(3600, seed, spread).oneRunEach().run().samples().stream()
                .filter(sample -> sample.block() < WARMUPS + FEWEST)
                .toList();
        return new BudgetUsage(samples).usedNs() / 1e9;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobodyGetsFewerBlocksForThem(long seed) {
        for (double spread : List.of(0.02, 0.3)) {
            double seconds = secondsOfTheFewest(seed, spread);
            for (double share = 0.5; share < 2.5; share += 0.07) {
                int one = fewest(run(seconds * share, seed, spread).oneRunEach().run());
                int several = fewest(run(seconds * share, seed, spread).run());
                assertThat(several).as("%.2f times the budget", share).isGreaterThanOrEqualTo(Math.min(FEWEST, one));
            }
        }
    }

    /** How often the cheapest program of the first workload runs in each of its blocks. */
    private List<Long> runs(Outcome outcome) {
        return outcome.blocks(WORKLOADS.get(0)).stream()
                .map(block -> outcome.samples().stream()
                        .filter(sample -> sample.block() == block
                                && sample.mode() == SamplingMode.TIMING
                                && sample.trial()
                                        .equals(plan.groups().get(1).get(1).id()))
                        .count())
                .toList();
    }

    @Test
    void whereTheBudgetIsShortTheyBeginBehindTheFewestBlocks() {
        Outcome outcome = run(secondsOfTheFewest(1, 0.1) * 1.1, 1, 0.1).run();
        assertThat(runs(outcome).subList(0, WARMUPS + FEWEST - 4)).containsOnly(1L);
        assertThat(fewest(outcome)).isGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void aBudgetThatIsNotQuiteLongEnoughHasFewerOfThem() {
        double seconds = secondsOfTheFewest(1, 0.1);
        List<Long> some = runs(run(seconds * 1.3, 1, 0.1).run());
        List<Long> all = runs(run(seconds * 3, 1, 0.1).run());
        int last = WARMUPS + FEWEST - 1;
        assertThat(some.get(last)).isGreaterThan(1).isLessThan(all.get(last));
        assertThat(some).allMatch(runs -> runs == 1 || runs % 2 == 0);
    }
}
