package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        return new Plan(seed, 24, 2, List.of(PAIR, SIX, ONE));
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
                        "threading/b:v0",
                        "threading/b:v5",
                        "threading/b:v2",
                        "threading/b:v3",
                        "threading/b:v1",
                        "threading/b:v4",
                        "numeric/a:v0",
                        "numeric/a:v1");
        Slot first = plan(42).block(0).get(0);
        assertThat(first.environmentPadding() + " " + first.hashSeed()).isEqualTo("2001 465591016");
    }

    @Test
    void everyBlockHoldsEveryTrialOnce() {
        Plan plan = plan(5);
        for (int k = 0; k < plan.totalBlocks(); k++) {
            assertThat(plan.block(k)).extracting(Slot::trial).containsExactlyInAnyOrderElementsOf(all());
        }
    }

    private static List<Trial> all() {
        List<Trial> all = new ArrayList<>(PAIR);
        all.addAll(SIX);
        all.addAll(ONE);
        return all;
    }

    @Test
    void theTrialsOfAGroupFollowEachOther() {
        List<String> workloads = plan(5).block(4).stream()
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
        Plan plan = new Plan(9, 10, 1, List.of(PAIR));
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
        Plan plan = new Plan(seed, 24, 2, List.of(SIX));
        Map<String, Integer> places = new HashMap<>();
        for (int k = 2; k < plan.totalBlocks(); k++) {
            for (Slot slot : plan.block(k)) {
                places.merge(slot.trial().id().variant() + "@" + slot.position(), 1, Integer::sum);
            }
        }
        assertThat(places)
                .hasSize(36)
                .allSatisfy((place, count) -> assertThat(count).isEqualTo(4));
    }

    @Test
    void warmupsComeFirstAndPaddingStaysInRange() {
        Plan plan = plan(11);
        TreeSet<Integer> paddings = new TreeSet<>();
        for (int k = 0; k < plan.totalBlocks(); k++) {
            boolean warmup = k < 2;
            assertThat(plan.block(k)).allSatisfy(slot -> {
                assertThat(slot.warmup()).isEqualTo(warmup);
                assertThat(slot.environmentPadding()).isBetween(0, 4095);
                assertThat(slot.hashSeed()).isBetween(0L, (1L << 32) - 1);
            });
            plan.block(k).forEach(slot -> paddings.add(slot.environmentPadding()));
        }
        assertThat(paddings).hasSizeGreaterThan(150);
        assertThat(paddings.first()).isLessThan(200);
        assertThat(paddings.last()).isGreaterThan(3900);
    }
}
