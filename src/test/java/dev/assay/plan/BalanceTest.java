package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Command;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is balanced stays so over the blocks that a workload really has, whichever those are. */
class BalanceTest {
    private static final int BLOCKS = 60;
    private static final int WARMUPS = 2;

    /** What a workload's processes were, block by block of its own. */
    private record Measured(List<PlannedProcess> slots) {
        int position(TrialId trial) {
            return IntStream.range(0, slots.size())
                    .filter(i -> slots.get(i).trial().id().equals(trial))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Trial> trials(String workload, int programs, int builds) {
        List<Path> paths =
                IntStream.range(0, builds).mapToObj(i -> Path.of("/" + i)).toList();
        return IntStream.range(0, programs)
                .mapToObj(i -> Examples.trial(workload + ":rust:v" + i + "@10x1"))
                .map(trial -> new Trial(
                        trial.id(), new Command(List.of("/0"), Map.of(), null, null), null, false, null, paths))
                .toList();
    }

    /** A run in which every workload is missing from blocks at random, each with a probability of its own. */
    private static Map<String, List<Measured>> run(long seed, List<List<Trial>> groups) {
        Plan plan = new Plan(seed, BLOCKS, WARMUPS, 3, groups);
        Random random = new Random(seed);
        Map<String, Double> presence = new HashMap<>();
        Map<String, List<Measured>> measured = new HashMap<>();
        for (List<Trial> group : groups) {
            presence.put(workload(group), 0.2 + 0.8 * random.nextDouble());
            measured.put(workload(group), new ArrayList<>());
        }
        for (int k = WARMUPS; k < plan.totalBlocks(); k++) {
            List<PlannedProcess> block = plan.timing(
                    k, workload -> measured.getOrDefault(workload, List.of()).size(), trial -> 1);
            for (List<Trial> group : groups) {
                String workload = workload(group);
                if (random.nextDouble() < presence.getOrDefault(workload, 0.0)) {
                    Objects.requireNonNull(measured.get(workload))
                            .add(new Measured(block.stream()
                                    .filter(slot -> slot.trial().id().workload().equals(workload))
                                    .toList()));
                }
            }
        }
        return measured;
    }

    private static String workload(List<Trial> group) {
        return group.get(0).id().workload();
    }

    private static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBuildOfATrialIsTakenEquallyOftenToWithinOne(int seed) {
        List<List<Trial>> groups = List.of(
                trials("numeric/a", 2, 3), trials("numeric/b", 3, 2), trials("text/c", 5, 4), trials("text/d", 1, 5));
        Map<String, List<Measured>> run = run(seed, groups);
        for (List<Trial> group : groups) {
            for (Trial trial : group) {
                int[] taken = new int[trial.builds().size()];
                for (Measured block : Objects.requireNonNull(run.get(workload(group)))) {
                    taken[
                            Objects.requireNonNull(block.slots()
                                    .get(block.position(trial.id()))
                                    .conditions()
                                    .build())]++;
                    assertThat(IntStream.of(taken).max().orElseThrow()
                                    - IntStream.of(taken).min().orElseThrow())
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAnyTwoTrialsEachComesFirstEquallyOftenToWithinOne(int seed) {
        List<List<Trial>> groups = List.of(
                trials("numeric/a", 2, 1), trials("numeric/b", 3, 1), trials("text/c", 4, 1), trials("text/d", 7, 1));
        Map<String, List<Measured>> run = run(seed, groups);
        for (List<Trial> group : groups) {
            List<Measured> blocks = Objects.requireNonNull(run.get(workload(group)));
            for (Trial one : group) {
                for (Trial other : group) {
                    int lead = 0;
                    for (Measured block : blocks) {
                        lead += Integer.signum(block.position(other.id()) - block.position(one.id()));
                        assertThat(lead).isBetween(-1, 1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6})
    void everyTrialStandsInEveryPlaceTwiceInTwiceAsManyTurnsAsThereAreTrials(int programs) {
        List<Trial> group = trials("numeric/a", programs, 1);
        Plan plan = new Plan(7, BLOCKS, WARMUPS, 0, List.of(group));
        for (int square = 0; square < 3; square++) {
            Map<String, Integer> places = new HashMap<>();
            for (int turn = 0; turn < 2 * programs; turn++) {
                int own = 2 * programs * square + turn;
                plan.timing(WARMUPS, workload -> own, trial -> 1)
                        .forEach(slot -> places.merge(
                                slot.trial().id() + " " + slot.order().position(), 1, Integer::sum));
            }
            assertThat(places)
                    .hasSize(programs * programs)
                    .allSatisfy((place, times) -> assertThat(times).isEqualTo(2));
        }
    }

    /** Else a speed-up would be that of one executable over another. */
    @Test
    void withOneThreadAndWithManyAProgramTakesTheSameBuild() {
        List<Path> paths = List.of(Path.of("/0"), Path.of("/1"), Path.of("/2"));
        List<Trial> group = List.of("x1", "x4").stream()
                .map(threads -> Examples.trial("threading/a:c:std@10" + threads))
                .map(trial -> new Trial(
                        trial.id(), new Command(List.of("/0"), Map.of(), null, null), null, false, null, paths))
                .toList();
        Plan plan = new Plan(3, BLOCKS, WARMUPS, 3, List.of(group));
        for (int k = 0; k < plan.totalBlocks(); k++) {
            List<PlannedProcess> block = plan.block(k);
            assertThat(block)
                    .extracting(slot -> slot.conditions().build())
                    .containsOnly(block.get(0).conditions().build());
        }
    }
}
