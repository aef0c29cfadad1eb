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
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A program of 100 ms beside one of 2.5 ms and one that is nearly as dear. */
class SandwichTest {
    private static final int WARMUPS = 2;
    private final Trial python = Examples.trial("numeric/a:python:std@10x1");
    private final Trial pypy = Examples.trial("numeric/a:pypy:std@10x1");
    private final Trial rust = Examples.trial("numeric/a:rust:std@10x1");
    private final Plan plan = new Plan(42, 60, WARMUPS, 3, List.of(List.of(python, pypy, rust)));

    private SimulatedRun run(double rustSpread) {
        return new SimulatedRun(plan, new StoppingPolicy(10, 2, 0.02, 60_000_000_000L), 7)
                .costing(python.id(), 100, 0.04)
                .costing(pypy.id(), 60, 0.04)
                .costing(rust.id(), 2.5, rustSpread);
    }

    /** How often a trial was timed in each block. */
    private static Map<Integer, Long> runs(Outcome outcome, Trial trial) {
        return outcome.samples().stream()
                .filter(sample -> sample.trial().equals(trial.id()) && sample.mode() == SamplingMode.TIMING)
                .collect(Collectors.groupingBy(Sample::block, Collectors.counting()));
    }

    @Test
    void theCheapProgramRunsSeveralTimesAndTheOthersOnce() {
        Outcome outcome = run(0.04).run();
        assertThat(runs(outcome, python).values()).containsOnly(1L);
        assertThat(runs(outcome, pypy).values()).containsOnly(1L);
        Map<Integer, Long> runs = runs(outcome, rust);
        assertThat(runs).containsEntry(0, 1L).containsEntry(1, 1L);
        // by the costs alone: the root of 102 / 4.5 is 4.8
        assertThat(List.of(2, 3, 4, 5)).allSatisfy(block -> assertThat(runs).containsEntry(block, 4L));
    }

    @Test
    void theMoreItVariesTheMoreOftenItRuns() {
        assertThat(runs(run(0.12).run(), rust).get(WARMUPS + 9))
                .isGreaterThan(runs(run(0.01).run(), rust).get(WARMUPS + 9));
    }

    @Test
    void fewerBlocksAreNeededThanOfOneRunEach() {
        Outcome outcome = run(0.09).run();
        assertThat(outcome.blocks("numeric/a")).hasSizeLessThan(60);
    }

    /** So a journal that was begun before there were several runs says: what it holds is found, and the rest is as it would have been. */
    @Test
    void aRunThatBeganWithOneRunEachGoesOnSo() {
        Outcome whole = run(0.09).oneRunEach().run();
        assertThat(runs(whole, rust).values()).containsOnly(1L);
        List<Sample> samples = whole.samples();
        Outcome resumed = run(0.09).oneRunEach().goOn(samples.subList(0, samples.size() / 2));
        assertThat(resumed.samples()).isEqualTo(samples);
    }

    /** The dear one fails in its tenth block: from then on the next dearest is in the middle, and what was measured before stays as it was. */
    @Test
    void whereverItIsCutTheSameProcessesRun() {
        Outcome whole = run(0.09).failing(python.id(), 12).run();
        List<Sample> samples = whole.samples();
        for (int cut = 0; cut < samples.size(); cut += 5) {
            Outcome resumed = run(0.09).failing(python.id(), 12).goOn(samples.subList(0, cut));
            assertThat(resumed.samples()).isEqualTo(samples);
            assertThat(resumed.stops()).isEqualTo(whole.stops());
        }
    }
}
