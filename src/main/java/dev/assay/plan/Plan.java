package dev.assay.plan;

import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a run. A block holds one fresh process of every trial: the groups in random order, and within a group, whose trials are
 * compared with each other, the trials one after the other in balanced order. So a machine that grows slower, or a neighbor that wakes
 * up, meets both sides of every comparison alike, and a run that is cut short has something of every workload.
 *
 * <p>Beside a trial that costs much more, the others run several times in a block, half of them before those that run once and half behind
 * them, mirrored: so the middle of all its runs is that of the block, and no order counts. The builds of a program take turns within a block.
 *
 * <p>A workload may be missing from blocks. What is to be balanced over its blocks, the order of its trials and the builds that they take,
 * therefore follows its own turns and not the numbers of the blocks: turn 0 is the first of its blocks that counts.
 *
 * <p>The first blocks that count also hold a second process of every trial but the canary's, behind those that are timed and in an order
 * of their own: it is followed for its memory. What the timed processes of a block meet is the same with and without them.
 *
 * @param seed where all choices come from
 * @param blocks how many blocks count
 * @param warmupBlocks how many run before them
 * @param memorySamples in how many of the counted blocks every trial is followed for its memory; no more than there are
 * @param groups the trials that are compared, none of them skipped
 * @param firstBlock the number that its first block has in the run
 */
public record Plan(
        long seed, int blocks, int warmupBlocks, int memorySamples, List<List<Trial>> groups, int firstBlock) {
    private static final int MAX_PADDING = 4096;
    private static final int PAIR = 2;
    private static final long PYTHON_HASH_SEEDS = 1L << 32;

    /** What a random stream is for; each has its own, so that one more draw in one never shifts another. */
    private enum Stream {
        GROUP_ORDER(0),
        TRIAL_ORDER(1),
        HASH_SEED(2),
        PADDING(3),
        MEMORY_ORDER(4),
        MEMORY_PADDING(5),
        BUILD(6);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    public Plan {
        if (blocks < 1 || warmupBlocks < 0 || memorySamples < 0) {
            throw new IllegalArgumentException("a plan has at least one block that counts");
        }
        memorySamples = Math.min(memorySamples, blocks);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** The plan of a run of one session, or of the first of several. */
    public Plan(long seed, int blocks, int warmupBlocks, int memorySamples, List<List<Trial>> groups) {
        this(seed, blocks, warmupBlocks, memorySamples, groups, 0);
    }

    /** The same for one of the next sessions, with warm-ups, orders and paddings of its own; the first is 1. */
    public Plan session(int number) {
        return number == 1
                ? this
                : new Plan(
                        mix(seed ^ mix(number)),
                        blocks,
                        warmupBlocks,
                        memorySamples,
                        groups,
                        firstBlock + (number - 1) * totalBlocks());
    }

    /** The number of blocks, warm-ups included. */
    public int totalBlocks() {
        return warmupBlocks + blocks;
    }

    /** The number of processes that a block times if each runs once. */
    public int timedPerBlock() {
        return groups.stream().mapToInt(List::size).sum();
    }

    /** The number of processes of all blocks, if each runs once in a block. */
    public int processes() {
        return totalBlocks() * timedPerBlock() + memorySamples * followed().size();
    }

    /** The trials that are followed for their memory: all but the canary, which is about time alone, and servers, whose client reads it. */
    public List<Trial> followed() {
        return groups.stream()
                .flatMap(List::stream)
                .filter(trial -> trial.id().role() != TrialRole.CANARY && !trial.service())
                .toList();
    }

    /** Whether block {@code k} follows every trial's memory. */
    public boolean followsMemory(int k) {
        return k >= warmupBlocks && k < warmupBlocks + memorySamples;
    }

    /** Block {@code k} of this plan, from 0, warm-ups first, if no workload is missing from any block before it and every trial runs once. */
    public List<PlannedProcess> block(int k) {
        return block(k, workload -> k - warmupBlocks, trial -> 1);
    }

    /**
     * Block {@code k}: the processes that are timed, then those that are followed for their memory.
     *
     * @param turns the turn of a workload: how many of its blocks that count come before this one; of a warm-up, from its number below 0
     * @param runs how often a trial is timed in it: once, or an even number of times
     */
    public List<PlannedProcess> block(int k, ToIntFunction<String> turns, ToIntFunction<TrialId> runs) {
        List<PlannedProcess> slots = new ArrayList<>(timing(k, turns, runs));
        if (followsMemory(k)) {
            slots.addAll(memory(k, turns, slots.size()));
        }
        return slots;
    }

    /** The processes that block {@code k} times. */
    public List<PlannedProcess> timing(int k, ToIntFunction<String> turns, ToIntFunction<TrialId> runs) {
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            order.add(group);
        }
        Collections.shuffle(order, random(Stream.GROUP_ORDER, k, 0));
        long hashSeed = hashSeed(k);
        Random padding = random(Stream.PADDING, k, 0);
        List<PlannedProcess> slots = new ArrayList<>();
        for (int group : order) {
            Map<TrialId, Integer> earlier = new HashMap<>();
            for (Trial trial : sandwiched(arranged(group, turns), runs)) {
                int run = earlier.merge(trial.id(), 1, Integer::sum) - 1;
                slots.add(slot(
                        trial,
                        SamplingMode.TIMING,
                        position(k, slots.size()),
                        padding,
                        hashSeed,
                        build(trial, run, turns)));
            }
        }
        return slots;
    }

    /**
     * The processes that block {@code k} would follow for their memory, of every trial: beyond the planned blocks a run takes those of them
     * that it still needs, and each is the same whichever others are taken.
     *
     * @param timed how many processes the block times
     */
    public List<PlannedProcess> memory(int k, ToIntFunction<String> turns, int timed) {
        List<Trial> order = new ArrayList<>(followed());
        Collections.shuffle(order, random(Stream.MEMORY_ORDER, k, 0));
        long hashSeed = hashSeed(k);
        Random padding = random(Stream.MEMORY_PADDING, k, 0);
        List<PlannedProcess> slots = new ArrayList<>();
        for (Trial trial : order) {
            slots.add(slot(
                    trial,
                    SamplingMode.MEMORY,
                    position(k, timed + slots.size()),
                    padding,
                    hashSeed,
                    build(trial, 0, turns)));
        }
        return slots;
    }

    private SampleOrder position(int k, int position) {
        return new SampleOrder(firstBlock + k, position, k < warmupBlocks);
    }

    private static PlannedProcess slot(
            Trial trial, SamplingMode mode, SampleOrder order, Random padding, long hashSeed, @Nullable Integer build) {
        return new PlannedProcess(
                trial, mode, order, new RandomizedConditions(padding.nextInt(MAX_PADDING), hashSeed, build));
    }

    /** The trials that run several times around those that run once: as many runs before as behind, in the mirrored order. */
    private static List<Trial> sandwiched(List<Trial> arranged, ToIntFunction<TrialId> runs) {
        int most = arranged.stream()
                .mapToInt(trial -> runs.applyAsInt(trial.id()))
                .max()
                .orElse(1);
        List<Trial> before = new ArrayList<>();
        for (int left = most / 2; left > 0; left--) {
            for (Trial trial : arranged) {
                if (runs.applyAsInt(trial.id()) / 2 >= left) {
                    before.add(trial);
                }
            }
        }
        List<Trial> all = new ArrayList<>(before);
        arranged.stream().filter(trial -> runs.applyAsInt(trial.id()) == 1).forEach(all::add);
        Collections.reverse(before);
        all.addAll(before);
        return all;
    }

    /**
     * The build of a trial that its turn takes. Over as many turns as there are builds each is taken once, in an order that is drawn for every
     * program by itself: so the layout of code is one more thing in which blocks differ, and no comparison rests on one layout. With one
     * number of threads and with another a program takes the same build, so that a speed-up is that of one executable. Several runs of a block
     * take one build after the other, from that of the turn on.
     */
    private @Nullable Integer build(Trial trial, int run, ToIntFunction<String> turns) {
        int builds = trial.builds().size();
        if (builds < 2) {
            return null;
        }
        int turn = turns.applyAsInt(trial.id().workload());
        List<Integer> order = new ArrayList<>();
        for (int build = 0; build < builds; build++) {
            order.add(build);
        }
        String program = trial.id().workload() + ":" + trial.id().label();
        Collections.shuffle(order, random(Stream.BUILD, Math.floorDiv(turn, builds), program.hashCode()));
        return order.get(Math.floorMod(turn + run, builds));
    }

    private long hashSeed(int k) {
        return random(Stream.HASH_SEED, k, 0).nextLong(PYTHON_HASH_SEEDS);
    }

    /**
     * The order of a group's trials in its turn. Every second turn is the mirror of the one before it, so that of any two trials each comes
     * first equally often; with two trials that is ABBA. With more, every other turn is a row of a Latin square, so that over twice as many
     * turns as there are trials each stands twice in every place, and every square starts from a fresh permutation.
     */
    private List<Trial> arranged(int group, ToIntFunction<String> turns) {
        List<Trial> trials = groups.get(group);
        int size = trials.size();
        int turn = turns.applyAsInt(trials.get(0).id().workload());
        int row = size == PAIR ? 0 : Math.floorDiv(turn, PAIR);
        List<Trial> permuted = new ArrayList<>(trials);
        Collections.shuffle(permuted, random(Stream.TRIAL_ORDER, Math.floorDiv(row, size), group));
        Collections.rotate(permuted, -Math.floorMod(row, size));
        if (Math.floorMod(turn, PAIR) == 1) {
            Collections.reverse(permuted);
        }
        return permuted;
    }

    /** {@link Random} because its sequence is specified and so the same on every Java. */
    private Random random(Stream stream, int k, int group) {
        long mixed = seed;
        for (long part : new long[] {stream.number, k, group}) {
            mixed = mix(mixed ^ mix(part + 0x9E3779B97F4A7C15L));
        }
        return new Random(mixed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
