package dev.assay.run;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import dev.assay.plan.Plan;
import dev.assay.run.SimulatedRun.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks of which workloads a run measures that stops by itself, and why it ends. */
class BudgetSchedulerTest {
    private static final String QUIET = "numeric/quiet";
    private static final String NOISY = "numeric/noisy";
    private static final String LONG = "numeric/long";
    private static final int WARMUPS = 2;
    private static final int MOST = 60;

    private static Plan plan(String... workloads) {
        List<List<Trial>> groups = new ArrayList<>();
        groups.add(List.of(Examples.floor()));
        groups.add(List.of(
                Examples.trial(TrialRole.CANARY.workload() + ":c:a@10x1"),
                Examples.trial(TrialRole.CANARY.workload() + ":c:b@10x1")));
        for (String workload : workloads) {
            groups.add(List.of(
                    inThreeBuilds(workload + ":rust:std@10x1"),
                    Examples.trial(workload + ":python:std@10x1"),
                    inThreeBuilds(workload + ":c:std@10x1")));
        }
        return new Plan(42, MOST, WARMUPS, 3, groups);
    }

    private static Trial inThreeBuilds(String id) {
        Trial one = Examples.trial(id);
        return new Trial(
                one.id(),
                one.command(),
                one.expected(),
                one.workTime(),
                null,
                List.of(Path.of("/a"), Path.of("/b"), Path.of("/c")));
    }

    private static StoppingPolicy within(double seconds) {
        return new StoppingPolicy(10, 2, 0.02, Math.round(seconds * 1e9));
    }

    private static SimulatedRun run(double budget, String... workloads) {
        return run(budget, 5, workloads);
    }

    private static SimulatedRun run(double budget, long seed, String... workloads) {
        return new SimulatedRun(plan(workloads), within(budget), seed)
                .costing(QUIET, 20, 0.002)
                .costing(NOISY, 20, 0.05)
                .costing(LONG, 400, 0.03);
    }

    @Test
    void whatIsQuietStopsEarlyAndWhatIsNoisyGoesOn() {
        Outcome outcome = run(3600, QUIET, NOISY).run();
        StopReason quiet = outcome.stop(QUIET);
        assertThat(quiet.reason()).isEqualTo(Reason.PRECISE);
        assertThat(quiet.blocks()).isEqualTo(10);
        assertThat(quiet.width()).isNotNull().isLessThan(0.02);
        StopReason noisy = outcome.stop(NOISY);
        assertThat(noisy.blocks()).isGreaterThan(30).isEven();
        assertThat(noisy.reason()).isIn(Reason.PRECISE, Reason.MAX_BLOCKS);
        assertThat(outcome.blocks(QUIET))
                .containsExactlyElementsOf(IntStream.range(2, 12).boxed().toList());
    }

    @Test
    void aWorkloadHasNoMoreThanTheMostBlocks() {
        Outcome outcome = run(3600, NOISY).run();
        SimulatedRun wild = new SimulatedRun(plan(NOISY), within(3600), 1).costing(NOISY, 20, 0.5);
        assertThat(wild.run().stop(NOISY))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(Reason.MAX_BLOCKS))
                .satisfies(stop -> assertThat(stop.blocks()).isEqualTo(MOST));
        assertThat(outcome.stop(NOISY).blocks()).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8.5, 12, 16, 30, 60})
    void theBudgetIsKeptAndUsedWhereMoreIsWanted(double seconds) {
        Outcome outcome = run(seconds, NOISY, LONG).run();
        assertThat(outcome.seconds()).isLessThanOrEqualTo(seconds * 1.02);
        boolean stopped = outcome.stops().stream().anyMatch(stop -> stop.reason() == Reason.BUDGET);
        if (stopped) {
            // a step of all three programs of the longest takes 2.5 s, memory samples in the first blocks as much again
            assertThat(outcome.seconds()).isGreaterThan(seconds - 5.2);
        }
        assertThat(outcome.stops())
                .hasSize(2)
                .allSatisfy(stop -> assertThat(stop.blocks()).isEven());
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 8, 11, 13})
    void aBudgetTooSmallForTheFewestGivesEverybodyTheSameEvenNumber(double seconds) {
        Outcome outcome = run(seconds, QUIET, NOISY, LONG).run();
        int blocks = outcome.stop(LONG).blocks();
        assertThat(blocks).isEven().isBetween(2, 8);
        assertThat(outcome.stops())
                .allSatisfy(stop -> assertThat(stop.reason()).isEqualTo(Reason.BUDGET))
                .allSatisfy(stop -> assertThat(stop.blocks()).isEqualTo(blocks));
    }

    /** The same budgets as above, with as much again, or little more. */
    @ParameterizedTest
    @CsvSource({"6, 60, 10", "11, 60, 10", "13, 60, 10", "6, 8, 0", "6, 11, 0"})
    void whereTheBudgetDoesNotDoTheFewestBlocksMayTakeLonger(double seconds, double longest, int blocks) {
        StoppingPolicy policy = new StoppingPolicy(10, 2, 0.02, Math.round(seconds * 1e9), Math.round(longest * 1e9));
        Outcome outcome = new SimulatedRun(plan(QUIET, NOISY, LONG), policy, 5)
                .costing(QUIET, 20, 0.002)
                .costing(NOISY, 20, 0.05)
                .costing(LONG, 400, 0.03)
                .run();
        int reached = blocks > 0
                ? blocks
                : run(longest, QUIET, NOISY, LONG).run().stop(LONG).blocks();
        assertThat(outcome.stops())
                .hasSize(3)
                .allSatisfy(stop -> assertThat(stop.blocks()).isEqualTo(reached));
        assertThat(outcome.seconds()).isLessThanOrEqualTo(longest * 1.05);
    }

    @Test
    void warmUpsAndTheFirstTwoBlocksRunWhateverTheBudget() {
        Outcome outcome = run(0.001, QUIET, LONG).run();
        assertThat(outcome.blocks(LONG)).containsExactly(2, 3);
        assertThat(outcome.blocks(QUIET)).containsExactly(2, 3);
        assertThat(outcome.stop(QUIET).reason()).isEqualTo(Reason.BUDGET);
    }

    /** A second tells far more of the short one; the long one gets what that leaves. */
    @Test
    void whereTheBudgetIsScarceItGoesWhereASecondTellsMost() {
        Outcome scarce = run(26, NOISY, LONG).run();
        assertThat(scarce.stop(NOISY).blocks()).isGreaterThan(scarce.stop(LONG).blocks());
        assertThat(scarce.stop(LONG).reason()).isEqualTo(Reason.BUDGET);
        Outcome plenty = run(3600, NOISY, LONG).run();
        assertThat(plenty.stop(NOISY)).isEqualTo(scarce.stop(NOISY));
        assertThat(plenty.stop(LONG).blocks()).isGreaterThan(scarce.stop(LONG).blocks());
    }

    @Test
    void floorAndCanaryAreInEveryBlockAndEveryBlockHoldsAllOfItsGroups() {
        Outcome outcome = run(30, QUIET, NOISY, LONG).run();
        Map<Integer, Map<String, Set<String>>> blocks = new HashMap<>();
        outcome.samples().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING)
                .forEach(sample -> blocks.computeIfAbsent(sample.block(), k -> new HashMap<>())
                        .computeIfAbsent(sample.trial().workload(), id -> new HashSet<>())
                        .add(sample.trial().label()));
        assertThat(blocks).hasSizeGreaterThan(20);
        blocks.values().forEach(block -> {
            assertThat(block).containsKeys(TrialRole.FLOOR.workload(), TrialRole.CANARY.workload());
            assertThat(block.size()).isGreaterThan(2);
            block.forEach((workload, trials) -> assertThat(trials)
                    .hasSize(
                            workload.equals(TrialRole.FLOOR.workload())
                                    ? 1
                                    : workload.equals(TrialRole.CANARY.workload()) ? 2 : 3));
        });
    }

    /** The steps of a workload are whole: both orders of a pair come equally often, whenever it waits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aWorkloadThatWaitsDoesSoForWholeSteps(long seed) {
        Outcome outcome = run(40, seed, NOISY, LONG, QUIET).run();
        for (String workload : List.of(NOISY, LONG, QUIET)) {
            List<Integer> blocks = outcome.blocks(workload);
            for (int block : blocks) {
                assertThat(blocks).contains((block - WARMUPS) % 2 == 0 ? block + 1 : block - 1);
            }
        }
    }

    /** A workload that waits misses blocks, and none of its builds is missed more often for that. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyBuildIsTakenEquallyOftenWhoeverWaits(long seed) {
        Outcome outcome = run(40, seed, NOISY, LONG, QUIET).run();
        assertThat(outcome.blocks(LONG)).hasSizeLessThan(outcome.blocks(NOISY).size());
        Map<TrialId, Map<Integer, Long>> taken = outcome.samples().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING
                        && !sample.warmup()
                        && sample.conditions().build() != null)
                .collect(groupingBy(
                        Sample::trial,
                        groupingBy(sample -> requireNonNull(sample.conditions().build()), counting())));
        assertThat(taken).hasSize(6).allSatisfy((trial, builds) -> {
            assertThat(builds).hasSize(3);
            assertThat(Collections.max(builds.values()) - Collections.min(builds.values()))
                    .isLessThanOrEqualTo(1);
        });
    }

    @Test
    void whatFailedIsMeasuredNoFurtherAndHoldsNobodyUp() {
        Plan plan = plan(QUIET, NOISY);
        Trial rust = plan.groups().get(2).get(0);
        Outcome outcome = run(3600, QUIET, NOISY).failing(rust.id(), 5).run();
        assertThat(outcome.stop(QUIET).reason()).isEqualTo(Reason.FAILED);
        assertThat(outcome.stop(QUIET).width()).isNull();
        assertThat(outcome.blocks(QUIET)).containsExactly(2, 3, 4, 5);
        assertThat(outcome.stop(NOISY).blocks()).isGreaterThan(20);
    }

    @Test
    void aPairThatIsLeftGoesOn() {
        Plan plan = plan(NOISY);
        Trial python = plan.groups().get(2).get(1);
        Outcome outcome = run(3600, NOISY).failing(python.id(), 5).run();
        assertThat(outcome.stop(NOISY).blocks()).isGreaterThan(20);
        assertThat(outcome.samples())
                .filteredOn(sample -> sample.trial().equals(python.id()))
                .allMatch(sample -> sample.block() <= 5);
    }

    /** Python is twenty times slower, so a tenth will do; Rust and C are equal, which takes more. */
    private static SimulatedRun farAndNear() {
        Plan plan = plan(NOISY);
        return new SimulatedRun(plan, new StoppingPolicy(10, 2, null, 3600_000_000_000L), 3)
                .costing(NOISY, 20, 0.05)
                .costing(python(plan), 400, 0.05);
    }

    private static TrialId python(Plan plan) {
        return plan.groups().get(2).get(1).id();
    }

    @Test
    void onlyThoseProgramsGoOnOfWhichAComparisonIsOpen() {
        Outcome outcome = farAndNear().run();
        TrialId python = python(plan(NOISY));
        Map<TrialId, Set<Integer>> blocks = new HashMap<>();
        outcome.samples().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING && !sample.warmup())
                .forEach(sample -> blocks.computeIfAbsent(sample.trial(), id -> new HashSet<>())
                        .add(sample.block()));
        assertThat(blocks.get(python))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(2, 12).boxed().toList());
        assertThat(outcome.blocks(NOISY)).hasSizeGreaterThan(20);
        plan(NOISY).groups().get(2).stream()
                .map(Trial::id)
                .filter(trial -> !trial.equals(python))
                .forEach(trial ->
                        assertThat(blocks.get(trial)).containsExactlyInAnyOrderElementsOf(outcome.blocks(NOISY)));
        assertThat(outcome.stop(NOISY).target()).isBetween(0.01, 0.0125);
    }

    @Test
    void aRunOfWhichAProgramNoLongerTakesPartResumesTheSame() {
        Outcome whole = farAndNear().run();
        for (int cut = 0; cut < whole.samples().size(); cut += 101) {
            Outcome resumed = farAndNear().goOn(whole.samples().subList(0, cut));
            assertThat(resumed.samples()).isEqualTo(whole.samples());
            assertThat(resumed.stops()).isEqualTo(whole.stops());
        }
    }

    /** Wherever it is cut, within a step too, and with failures and memory samples that never agree. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRunThatWasCutShortDecidesAsIfItHadNotBeen(long seed) {
        Plan plan = plan(QUIET, NOISY, LONG);
        SimulatedRun run = run(25, seed, QUIET, NOISY, LONG)
                .costing(LONG, 400, 0.06)
                .failing(plan.groups().get(3).get(1).id(), 14)
                .unsteady(plan.groups().get(4).get(0).id());
        Outcome whole = run.run();
        assertThat(whole.stops()).extracting(StopReason::reason).contains(Reason.PRECISE, Reason.BUDGET);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            List<Sample> past =
                    whole.samples().subList(0, random.nextInt(whole.samples().size() + 1));
            Outcome resumed = run.goOn(past);
            assertThat(resumed.samples()).isEqualTo(whole.samples());
            assertThat(resumed.stops()).isEqualTo(whole.stops());
        }
    }

    /** What differs between two runs of a seed is only what is left out of a block. */
    @Test
    void aBlockIsThatOfThePlanLessWhatHasStopped() {
        Outcome outcome = run(25, QUIET, NOISY, LONG).run();
        Plan plan = plan(QUIET, NOISY, LONG);
        for (Sample sample : outcome.samples()) {
            int k = sample.block();
            ToIntFunction<String> turns = workload -> k < WARMUPS
                    ? k - WARMUPS
                    : (int) outcome.blocks(workload).stream()
                            .filter(block -> block < k)
                            .count();
            assertThat(
                            sample.mode() == SamplingMode.TIMING
                                    ? plan.timing(k, turns, trial -> 1)
                                    : plan.memory(k, turns, plan.timedPerBlock()))
                    .anySatisfy(slot -> {
                        assertThat(slot.trial().id()).isEqualTo(sample.trial());
                        assertThat(slot.order().position())
                                .isEqualTo(sample.order().position());
                        assertThat(slot.conditions().environmentPadding())
                                .isEqualTo(sample.conditions().environmentPadding());
                    });
        }
    }

    @Test
    void theOutlookKnowsTheBudgetAndWhatIsOpen() {
        SimulatedRun run = run(25, QUIET, NOISY, LONG);
        List<Sample> samples = run.run().samples();
        Schedule schedule = new Schedule(plan(QUIET, NOISY, LONG), within(25), 1, Examples.precisionRule(0.02));
        samples.stream().filter(sample -> sample.block() < 12).forEach(schedule::seen);
        assertThat(schedule.outlook(0)).isEmpty();
        assertThat(schedule.outlook(13)).isEmpty();
        ProgressEstimate outlook = schedule.outlook(12).orElseThrow();
        assertThat(outlook.open())
                .extracting(standing -> requireNonNull(standing.contender()).workload())
                .containsExactly(NOISY, LONG);
        assertThat(outlook.used().plus(outlook.left()).toMillis()).isBetween(15_000L, 25_001L);
    }
}
