package dev.assay.run;

import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import dev.assay.plan.PeakAgreement;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.PrecisionStatus;
import dev.assay.plan.RunAllocation;
import dev.assay.plan.StopRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which processes a block starts: those of the plan, less those of workloads that are known well enough, and beyond the planned memory
 * samples one more of each trial whose peaks do not agree yet. Beside a dear program cheap ones run several times. What a block holds follows from
 * the samples of earlier blocks alone, so whoever has the journal decides the same. A run of several sessions has a schedule for each, with blocks
 * that it counts from 0.
 */
final class Schedule {
    private final Plan plan;
    private final @Nullable StoppingPolicy stopping;
    private final int mostRuns;
    private final StopRule rule;
    private final Set<TrialId> failedBefore;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<TrialId, List<Sample>> byTrial = new HashMap<>();
    private final Map<TrialId, List<Sample>> followed = new HashMap<>();
    private final Map<String, TreeSet<Integer>> counted = new HashMap<>();
    private final Set<TrialId> givenUp = new HashSet<>();
    private final Set<TrialId> losingCpu = new HashSet<>();
    private final Map<Integer, BudgetScheduler.Decision> decisions = new HashMap<>();
    private final Map<Integer, Integer> affordable = new HashMap<>();

    /** By the samples until now, for a decision asks again and again. */
    private final Map<Integer, Map<TrialId, Integer>> runs = new HashMap<>();

    /**
     * A schedule.
     *
     * @param stopping when a workload is measured no further; null when every one has all the blocks of the plan
     * @param mostRuns how often a block may time a trial
     * @param rule says how well a workload is known
     */
    Schedule(Plan plan, @Nullable StoppingPolicy stopping, int mostRuns, StopRule rule) {
        this(plan, stopping, mostRuns, rule, Set.of());
    }

    private Schedule(Plan plan, @Nullable StoppingPolicy stopping, int mostRuns, StopRule rule, Set<TrialId> failed) {
        this.plan = plan;
        this.stopping = stopping;
        this.mostRuns = mostRuns;
        this.rule = rule;
        this.failedBefore = Set.copyOf(failed);
        givenUp.addAll(failed);
    }

    /** The schedule of another session of the same run, which begins with nothing but the knowledge of which trials failed. */
    Schedule next(Plan other) {
        return new Schedule(other, stopping, mostRuns, rule, givenUp);
    }

    private int block(Sample sample) {
        return sample.block() - plan.firstBlock();
    }

    /** Takes note of what a process came to. */
    void seen(Sample sample) {
        samples.add(sample);
        runs.clear();
        if (!sample.warmup()) {
            counted.computeIfAbsent(sample.trial().workload(), workload -> new TreeSet<>())
                    .add(block(sample));
        }
        List<Sample> same = byTrial.computeIfAbsent(sample.trial(), id -> new ArrayList<>());
        same.add(sample);
        // the floor kills no meter: without it the run itself cannot go on
        if (!sample.ok() && Sample.givenUp(same) && !(sample.lost() && isFloor(sample.trial()))) {
            givenUp.add(sample.trial());
        }
        if (sample.lost()) {
            return;
        }
        if (sample.figures().cpu().incomplete()) {
            losingCpu.add(sample.trial());
        }
        if (sample.ok() && sample.mode() == SamplingMode.MEMORY) {
            followed.computeIfAbsent(sample.trial(), id -> new ArrayList<>()).add(sample);
        }
    }

    static boolean isFloor(TrialId trial) {
        return trial.role() == TrialRole.FLOOR;
    }

    /** Whether a trial has failed, so that it is not run again. */
    boolean isGivenUp(TrialId trial) {
        return givenUp.contains(trial);
    }

    /**
     * Whether the kernel's events are counted in a process. They slow a program down, so warm-ups alone have them, which tell whether CPU time
     * is lost with processes that nobody waits for. Of a trial where it is, the task clock tells the CPU time from then on.
     */
    boolean counts(PlannedProcess slot) {
        return slot.order().warmup() || losingCpu.contains(slot.trial().id());
    }

    /** Whether nothing is left to run from block {@code k} on. */
    boolean isOver(int k) {
        return stopping == null
                ? k >= plan.totalBlocks()
                : decision(k, stopping).running().isEmpty();
    }

    /** Whether block {@code k} is in the middle of what every workload gets at least. */
    boolean isHalfway(int k) {
        int counted = stopping == null ? plan.blocks() : stopping.fewestBlocks();
        return k == (plan.warmupBlocks() + counted) / 2;
    }

    /** The processes of block {@code k}, those of given-up trials among them. */
    List<PlannedProcess> block(int k) {
        List<PlannedProcess> slots = everything(k, k).stream()
                .filter(slot -> slot.mode() == SamplingMode.TIMING
                        || !isBeyondPlan(k)
                        || !isGivenUp(slot.trial().id()))
                .toList();
        if (stopping == null) {
            return slots;
        }
        Set<TrialId> running = decision(k, stopping).running();
        return slots.stream()
                .filter(slot -> running.contains(slot.trial().id()))
                .toList();
    }

    /** What block {@code k} holds if no workload stops and no trial fails, by the samples of the blocks before {@code known}. */
    private List<PlannedProcess> everything(int k, int known) {
        return everything(k, known, atMost(mostAffordable(Math.min(k, known)), runs(k, known)));
    }

    /** The same numbers of runs where they are not above an even one. */
    private static Map<TrialId, Integer> atMost(int most, Map<TrialId, Integer> runs) {
        Map<TrialId, Integer> fewer = new HashMap<>();
        if (most > 1) {
            runs.forEach((trial, number) -> fewer.put(trial, Math.min(most, number)));
        }
        return fewer;
    }

    private List<PlannedProcess> everything(int k, int known, Map<TrialId, Integer> runs) {
        if (!isBeyondPlan(k)) {
            return plan.block(k, turns(k), trial -> runs.getOrDefault(trial, 1));
        }
        List<PlannedProcess> slots = new ArrayList<>(plan.timing(k, turns(k), trial -> runs.getOrDefault(trial, 1)));
        plan.memory(k, turns(k), slots.size()).stream()
                .filter(slot -> wanted(slot.trial().id(), k, known) > 0)
                .forEach(slots::add);
        return slots;
    }

    /** How many blocks that count each workload has had before block {@code k}. */
    private ToIntFunction<String> turns(int k) {
        if (k < plan.warmupBlocks()) {
            return workload -> k - plan.warmupBlocks();
        }
        return workload -> {
            TreeSet<Integer> blocks = counted.get(workload);
            return blocks == null ? 0 : blocks.headSet(k).size();
        };
    }

    /**
     * The trials that block {@code k} times more than once if the budget allows, by the samples of the blocks before {@code known}. A warm-up has
     * none, and neither has a run of which the number of blocks was asked for, or one that began when every trial ran once.
     */
    private Map<TrialId, Integer> runs(int k, int known) {
        return k < plan.warmupBlocks() ? Map.of() : runs.computeIfAbsent(Math.min(k, known), this::runs);
    }

    private Map<TrialId, Integer> runs(int known) {
        Map<TrialId, Integer> counts = new HashMap<>();
        plan.groups().stream()
                .filter(group -> !BudgetScheduler.isCompanion(group))
                .forEach(group -> counts.putAll(runs(group, known)));
        return counts;
    }

    /**
     * How often cheap programs may run in a block such that all workloads still come to their fewest blocks within the budget; by the samples before
     * the step of a block. The optimum is flat: half as many runs tell nearly as much.
     */
    private int mostAffordable(int k) {
        StoppingPolicy stops = stopping;
        return stops == null ? 1 : affordable.computeIfAbsent(stepOf(k, stops), step -> mostAffordable(step, stops));
    }

    private int mostAffordable(int step, StoppingPolicy stops) {
        for (int most = mostRuns - mostRuns % 2; most > 1; most = most / 2 - most / 2 % 2) {
            int limit = most;
            if (scheduler(stops, block -> everything(block, step, atMost(limit, runs(block, step))))
                    .affordsTheFewest(step, before(step))) {
                return most;
            }
        }
        return 1;
    }

    private Map<TrialId, Integer> runs(List<Trial> group, int known) {
        String workload = group.get(0).id().workload();
        List<Integer> blocks =
                List.copyOf(counted.getOrDefault(workload, new TreeSet<>()).headSet(known));
        Set<Integer> deciding = Set.copyOf(blocks.subList(0, RunAllocation.choice(blocks.size())));
        List<Sample> before = samples.stream()
                .filter(sample -> sample.trial().workload().equals(workload) && block(sample) < known)
                .toList();
        // not who has failed until now: whoever continues a run asks for blocks that are over
        List<Trial> living = group.stream()
                .filter(trial -> !failedBefore.contains(trial.id())
                        && !Sample.givenUp(before.stream()
                                .filter(sample -> sample.trial().equals(trial.id()))
                                .toList()))
                .toList();
        return RunCounts.of(
                living,
                before.stream()
                        .filter(sample -> sample.warmup() || deciding.contains(block(sample)))
                        .toList(),
                mostRuns);
    }

    /** How many processes are to run from block {@code k} on, by what is known before it: of a run that stops by itself, up to the next look. */
    int remaining(int k) {
        if (stopping != null) {
            int remaining = 0;
            for (int block = k; block < stepOf(k, stopping) + stepFrom(k, stopping); block++) {
                remaining += block(block).size();
            }
            return remaining;
        }
        int remaining = 0;
        for (int block = k; block < plan.totalBlocks(); block++) {
            remaining += plan.timedPerBlock();
            if (plan.followsMemory(block)) {
                remaining += plan.followed().size();
            }
        }
        if (isBeyondPlan(k)) {
            remaining += plan.followed().stream()
                    .mapToInt(trial -> missing(trial.id(), k))
                    .sum();
        }
        return remaining;
    }

    /** What is before a run that stops by itself, if a step of it begins at block {@code k}; nothing before the first sample. */
    Optional<ProgressEstimate> outlook(int k) {
        return stopping == null || k == 0 || stepOf(k, stopping) != k
                ? Optional.empty()
                : Optional.of(decision(k, stopping).outlook());
    }

    /** The workloads that are measured no further than to block {@code k}, and why. */
    List<StopReason> stops(int k) {
        if (stopping != null) {
            return decision(k, stopping).stops();
        }
        return k < plan.totalBlocks() ? List.of() : fixed();
    }

    private List<StopReason> fixed() {
        List<List<Trial>> groups = plan.groups().stream()
                .filter(group -> !BudgetScheduler.isCompanion(group))
                .toList();
        List<List<PrecisionStatus>> standings = rule.standings(groups, samples);
        return IntStream.range(0, groups.size())
                .mapToObj(i -> fixed(groups.get(i).get(0).id().workload(), standings.get(i)))
                .toList();
    }

    private StopReason fixed(String workload, List<PrecisionStatus> standings) {
        int blocks = counted.getOrDefault(workload, new TreeSet<>()).size();
        if (standings.isEmpty()) {
            return new StopReason(workload, StopReason.Reason.FAILED, blocks, null, null);
        }
        PrecisionStatus worst = PrecisionStatus.worst(standings);
        return new StopReason(workload, StopReason.Reason.FIXED, blocks, worst.knownWidth(), worst.target());
    }

    /** Every warm-up is a step of its own. Counted blocks come in steps in which every order of a pair comes equally often. */
    private int stepOf(int k, StoppingPolicy stops) {
        int counted = k - plan.warmupBlocks();
        return counted < 0 ? k : k - counted % stops.stepBlocks();
    }

    private int stepFrom(int k, StoppingPolicy stops) {
        return k < plan.warmupBlocks() ? 1 : stops.stepBlocks();
    }

    private BudgetScheduler.Decision decision(int k, StoppingPolicy stops) {
        return decisions.computeIfAbsent(
                stepOf(k, stops),
                step -> scheduler(stops, block -> everything(block, step)).decide(step, before(step)));
    }

    private BudgetScheduler scheduler(StoppingPolicy stops, IntFunction<List<PlannedProcess>> everything) {
        return new BudgetScheduler(plan, stops, rule, everything);
    }

    private List<Sample> before(int block) {
        return samples.stream().filter(sample -> block(sample) < block).toList();
    }

    private boolean isBeyondPlan(int k) {
        return plan.memorySamples() > 0 && k >= plan.warmupBlocks() + plan.memorySamples();
    }

    private int missing(TrialId trial, int k) {
        return isGivenUp(trial) ? 0 : wanted(trial, k, k);
    }

    /**
     * How many more memory samples a trial needs from block {@code k} on, by those before block {@code known}. Peaks that lie too far apart
     * never come closer, so such a trial is followed in every block that is left; a sample that was lost with the meter is made up for.
     */
    private int wanted(TrialId trial, int k, int known) {
        List<Sample> before = followed.getOrDefault(trial, List.of()).stream()
                .filter(sample -> block(sample) < known)
                .toList();
        int left = stopping == null ? plan.totalBlocks() - k : 1;
        return PeakAgreement.isReached(before)
                ? Math.max(0, Math.min(left, plan.memorySamples() - before.size()))
                : left;
    }
}
