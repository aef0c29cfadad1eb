package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Command;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final List<Trial> PAIR = trials("numeric/a", 2);
    private static final List<Trial> SIX = trials("threading/b", 6);
    private static final List<Trial> ONE = trials("startup/c", 1);

    private static List<Trial> trials(String workload, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Examples.trial(workload + ":rust:v" + i + "@10x1"))
                .toList();
    }

    private static Plan plan(long seed) {
        return new Plan(seed, 24, 2, 3, List.of(PAIR, SIX, ONE));
    }

    /** The turn of a workload that is missing from no block. */
    private static ToIntFunction<String> turns(Plan plan, int k) {
        return workload -> k - plan.warmupBlocks();
    }

    private static List<PlannedProcess> timing(Plan plan, int k) {
        return plan.timing(k, turns(plan, k), trial -> 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
    void aBlockIsAFunctionOfTheSeedAndItsNumber(long seed) {
        for (int k = 0; k < plan(seed).totalBlocks(); k++) {
            assertThat(plan(seed).block(k)).isEqualTo(plan(seed).block(k));
        }
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertThat(plan(1).block(3)).isNotEqualTo(plan(2).block(3));
    }

    /** The order is part of what a seed promises: a change here makes old runs impossible to repeat. */
    @Test
    void theOrderOfASeedNeverChanges() {
        List<String> order = plan(42).block(0).stream()
                .map(slot ->
                        slot.trial().id().workload() + ":" + slot.trial().id().variant())
                .toList();
        assertThat(order)
                .containsExactly(
                        "startup/c:v0",
                        "threading/b:v5",
                        "threading/b:v2",
                        "threading/b:v3",
                        "threading/b:v1",
                        "threading/b:v4",
                        "threading/b:v0",
                        "numeric/a:v0",
                        "numeric/a:v1");
        PlannedProcess first = plan(42).block(0).get(0);
        assertThat(first.conditions().environmentPadding() + " "
                        + first.conditions().hashSeed())
                .isEqualTo("2001 465591016");
    }

    /** As it was before anything was followed for its memory: what the timed processes of a block meet is the same with and without it. */
    @Test
    void memorySlotsFollowATimingOrderThatTheyDoNotChange() {
        List<PlannedProcess> block = plan(42).block(2);
        assertThat(block.subList(0, 9).stream().map(PlanTest::shown))
                .containsExactly(
                        "startup/c:v0 timing 0 2240 2121596148",
                        "threading/b:v4 timing 1 2765 2121596148",
                        "threading/b:v1 timing 2 3236 2121596148",
                        "threading/b:v2 timing 3 1768 2121596148",
                        "threading/b:v3 timing 4 3768 2121596148",
                        "threading/b:v5 timing 5 3250 2121596148",
                        "threading/b:v0 timing 6 2912 2121596148",
                        "numeric/a:v0 timing 7 3532 2121596148",
                        "numeric/a:v1 timing 8 3467 2121596148");
        assertThat(block.subList(9, 18).stream().map(PlanTest::shown))
                .containsExactly(
                        "threading/b:v4 memory 9 3588 2121596148",
                        "numeric/a:v1 memory 10 2130 2121596148",
                        "threading/b:v1 memory 11 3162 2121596148",
                        "numeric/a:v0 memory 12 1555 2121596148",
                        "startup/c:v0 memory 13 2325 2121596148",
                        "threading/b:v0 memory 14 343 2121596148",
                        "threading/b:v3 memory 15 2596 2121596148",
                        "threading/b:v2 memory 16 1223 2121596148",
                        "threading/b:v5 memory 17 3482 2121596148");
        assertThat(plan(42).block(4)).startsWith(timing(plan(42), 4).toArray(PlannedProcess[]::new));
    }

    private static String shown(PlannedProcess slot) {
        return slot.trial().id().workload() + ":" + slot.trial().id().variant() + " " + slot.mode() + " "
                + slot.order().position() + " " + slot.conditions().environmentPadding() + " "
                + slot.conditions().hashSeed();
    }

    @Test
    void everyBlockTimesEveryTrialOnceAndTheFirstThatCountFollowItsMemoryToo() {
        Plan plan = plan(5);
        for (int k = 0; k < plan.totalBlocks(); k++) {
            assertThat(trials(plan.block(k), SamplingMode.TIMING)).containsExactlyInAnyOrderElementsOf(all());
            assertThat(trials(plan.block(k), SamplingMode.MEMORY))
                    .containsExactlyInAnyOrderElementsOf(k >= 2 && k < 5 ? all() : List.of());
        }
    }

    private static List<Trial> trials(List<PlannedProcess> slots, SamplingMode mode) {
        return slots.stream()
                .filter(slot -> slot.mode() == mode)
                .map(PlannedProcess::trial)
                .toList();
    }

    @Test
    void memorySlotsHaveAnOrderOfTheirOwnInEveryBlock() {
        Plan plan = plan(5);
        Set<List<Trial>> orders = IntStream.range(0, plan.totalBlocks())
                .mapToObj(k -> trials(plan.memory(k, turns(plan, k), plan.timedPerBlock()), SamplingMode.MEMORY))
                .collect(Collectors.toSet());
        assertThat(orders).hasSizeGreaterThan(20);
    }

    @Test
    void theCanaryIsNotFollowedAndTheFloorIs() {
        List<Trial> canary = List.of(
                Examples.trial(TrialRole.CANARY.workload() + ":c:a@10x1"),
                Examples.trial(TrialRole.CANARY.workload() + ":c:b@10x1"));
        Plan plan = new Plan(3, 4, 1, 3, List.of(List.of(Examples.floor()), canary, PAIR));
        assertThat(plan.timedPerBlock()).isEqualTo(5);
        assertThat(plan.block(1)).hasSize(8);
        assertThat(trials(plan.block(1), SamplingMode.MEMORY))
                .contains(Examples.floor())
                .doesNotContainAnyElementsOf(canary);
    }

    @Test
    void aRunWithFewerBlocksHasFewerMemorySamples() {
        Plan plan = new Plan(3, 2, 1, 3, List.of(PAIR));
        assertThat(plan.memorySamples()).isEqualTo(2);
        assertThat(IntStream.range(0, 3).filter(plan::followsMemory)).containsExactly(1, 2);
    }

    private static List<Trial> all() {
        List<Trial> all = new ArrayList<>(PAIR);
        all.addAll(SIX);
        all.addAll(ONE);
        return all;
    }

    @Test
    void theTrialsOfAGroupFollowEachOther() {
        List<String> workloads = timing(plan(5), 4).stream()
                .map(slot -> slot.trial().id().workload())
                .toList();
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < workloads.size(); i++) {
            if (i == 0 || !workloads.get(i).equals(workloads.get(i - 1))) {
                assertThat(seen.add(workloads.get(i))).isTrue();
            }
        }
    }

    @Test
    void twoTrialsTakeTurnsInLeading() {
        Plan plan = new Plan(9, 10, 1, 3, List.of(PAIR));
        List<String> leaders = IntStream.range(0, 11)
                .mapToObj(k -> plan.block(k).get(0).trial().id().variant())
                .toList();
        for (int k = 1; k < leaders.size(); k++) {
            assertThat(leaders.get(k)).isNotEqualTo(leaders.get(k - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyTrialStandsInEveryPlaceEquallyOften(long seed) {
        Plan plan = new Plan(seed, 24, 2, 3, List.of(SIX));
        Map<String, Integer> places = new HashMap<>();
        for (int k = 2; k < plan.totalBlocks(); k++) {
            for (PlannedProcess slot : timing(plan, k)) {
                places.merge(slot.trial().id().variant() + "@" + slot.order().position(), 1, Integer::sum);
            }
        }
        assertThat(places)
                .hasSize(36)
                .allSatisfy((place, count) -> assertThat(count).isEqualTo(4));
    }

    private static Trial inThreeBuilds(Trial trial) {
        return new Trial(
                trial.id(),
                new Command(List.of("/a"), Map.of(), null, null),
                null,
                false,
                null,
                List.of(Path.of("/a"), Path.of("/b"), Path.of("/c")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42})
    void everyBuildIsTakenEquallyOftenInAnOrderOfEachTrialsOwn(long seed) {
        List<Trial> built = PAIR.stream().map(PlanTest::inThreeBuilds).toList();
        Plan plan = new Plan(seed, 24, 2, 3, List.of(built, ONE));
        Map<Trial, List<Integer>> taken = new HashMap<>();
        for (int k = 2; k < plan.totalBlocks(); k++) {
            for (PlannedProcess slot : timing(plan, k)) {
                Integer build = slot.conditions().build();
                if (slot.trial().builds().isEmpty()) {
                    assertThat(build).isNull();
                } else {
                    taken.computeIfAbsent(slot.trial(), trial -> new ArrayList<>())
                            .add(Objects.requireNonNull(build));
                    assertThat(slot.command().argv())
                            .containsExactly(List.of("/a", "/b", "/c").get(build));
                }
            }
            int block = k;
            assertThat(plan.memory(k, turns(plan, k), plan.timedPerBlock()))
                    .allSatisfy(slot -> assertThat(slot.conditions().build())
                            .isEqualTo(timing(plan, block).stream()
                                    .filter(timed -> timed.trial().equals(slot.trial()))
                                    .findFirst()
                                    .orElseThrow()
                                    .conditions()
                                    .build()));
        }
        assertThat(taken.values()).hasSize(2).allSatisfy(builds -> {
            for (int round = 0; round < 24; round += 3) {
                assertThat(builds.subList(round, round + 3)).containsExactlyInAnyOrder(0, 1, 2);
            }
        });
        assertThat(Set.copyOf(taken.values())).hasSize(2);
    }

    @Test
    void warmupsComeFirstAndPaddingStaysInRange() {
        Plan plan = plan(11);
        TreeSet<Integer> paddings = new TreeSet<>();
        for (int k = 0; k < plan.totalBlocks(); k++) {
            boolean warmup = k < 2;
            assertThat(plan.block(k)).allSatisfy(slot -> {
                assertThat(slot.order().warmup()).isEqualTo(warmup);
                assertThat(slot.conditions().environmentPadding()).isBetween(0, 4095);
                assertThat(slot.conditions().hashSeed()).isBetween(0L, (1L << 32) - 1);
            });
            plan.block(k).forEach(slot -> paddings.add(slot.conditions().environmentPadding()));
        }
        assertThat(paddings).hasSizeGreaterThan(150);
        assertThat(paddings.first()).isLessThan(200);
        assertThat(paddings.last()).isGreaterThan(3900);
    }

    /** Four runs of one and two of another, as many before what runs once as behind it. */
    @Test
    void cheapTrialsRunAroundTheDearOne() {
        Trial dear = Examples.trial("numeric/b:python:std@10x1");
        Trial cheap = Examples.trial("numeric/b:rust:std@10x1");
        Trial cheaper = Examples.trial("numeric/b:c:std@10x1");
        Map<TrialId, Integer> runs = Map.of(dear.id(), 1, cheap.id(), 4, cheaper.id(), 2);
        Plan plan = new Plan(3, 8, 1, 3, List.of(List.of(dear, cheap, cheaper)));
        for (int k = 1; k < plan.totalBlocks(); k++) {
            List<PlannedProcess> block = plan.block(k, turns(plan, k), trial -> runs.getOrDefault(trial, 0));
            List<TrialId> order = block.stream()
                    .filter(slot -> slot.mode() == SamplingMode.TIMING)
                    .map(slot -> slot.trial().id())
                    .toList();
            assertThat(order).hasSize(7).startsWith(cheap.id()).endsWith(cheap.id());
            assertThat(order.get(3)).isEqualTo(dear.id());
            List<TrialId> mirrored = new ArrayList<>(order);
            Collections.reverse(mirrored);
            assertThat(mirrored).isEqualTo(order);
            assertThat(order).filteredOn(cheaper.id()::equals).hasSize(2);
            assertThat(block)
                    .extracting(slot -> slot.order().position())
                    .containsExactlyElementsOf(
                            IntStream.range(0, block.size()).boxed().toList());
        }
    }

    @Test
    void theBuildsOfSeveralRunsTakeTurns() {
        List<Path> paths = List.of(Path.of("/0"), Path.of("/1"), Path.of("/2"));
        Trial dear = Examples.trial("numeric/b:python:std@10x1");
        Trial cheap = Examples.trial("numeric/b:rust:std@10x1");
        Trial built = new Trial(cheap.id(), new Command(List.of("/0"), Map.of(), null, null), null, false, null, paths);
        Plan plan = new Plan(3, 6, 0, 0, List.of(List.of(dear, built)));
        Map<Integer, Integer> taken = new HashMap<>();
        for (int k = 0; k < 3; k++) {
            List<Integer> builds = plan.timing(k, turns(plan, k), trial -> trial.equals(cheap.id()) ? 4 : 1).stream()
                    .filter(slot -> slot.trial().equals(built))
                    .map(slot -> slot.conditions().build())
                    .toList();
            assertThat(builds.subList(0, 3)).containsExactlyInAnyOrder(0, 1, 2);
            builds.forEach(build -> taken.merge(build, 1, Integer::sum));
        }
        assertThat(taken.values()).containsExactly(4, 4, 4);
    }
}
