package dev.assay.run;

import dev.assay.model.run.Sample;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.PrecisionStatus;
import dev.assay.plan.StopRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the time: which groups the next blocks hold. A pure function of the samples before them.
 *
 * <ol>
 *   <li>Everybody has the same number of blocks, step by step, up to the fewest; where a step of all of them does not fit into what is left
 *       of the time for that, all stop there.
 *   <li>Then a group that is known well enough stops, and so does one that has had the most blocks, or whose programs failed. In a group that
 *       goes on only those programs do of which some comparison is not known well enough.
 *   <li>The open groups stand in a row: first those that a claim waits for, and of these and of the others the one first of which a second tells
 *       most. A width falls with the root of the number of blocks, so
 *       one block more narrows it by width / 2 blocks, and a second by that over the time of a block. Each in turn is promised what it needs
 *       to become precise; who is behind takes part if its step fits into what is not promised, and else waits. Mostly it lasts for all.
 *   <li>When the step of no open group fits any more, they stop by the budget.
 * </ol>
 *
 * <p>Floor and canary take part in every block that holds anything.
 */
final class BudgetScheduler {
    /** What may be given away before everybody has the fewest blocks; the rest is for costs that grow. */
    private static final double SPENDABLE = 0.9;

    private final Plan plan;
    private final StoppingPolicy stopping;
    private final StopRule rule;
    private final IntFunction<List<PlannedProcess>> everything;

    /**
     * An allotment.
     *
     * @param everything what a block would hold if nobody had stopped
     */
    BudgetScheduler(Plan plan, StoppingPolicy stopping, StopRule rule, IntFunction<List<PlannedProcess>> everything) {
        this.plan = plan;
        this.stopping = stopping;
        this.rule = rule;
        this.everything = everything;
    }

    /**
     * What follows from the samples before a block.
     *
     * @param running the trials that the next blocks hold; none when the run is over
     * @param stops the workloads that are measured no further
     * @param outlook what is still before the run
     */
    record Decision(Set<TrialId> running, List<StopReason> stops, ProgressEstimate outlook) {}

    /** An open group: those of its trials that go on, the next few blocks as its step, and what it takes to become precise as its need. */
    private record Open(
            List<Trial> trials,
            int blocks,
            PrecisionStatus standing,
            boolean claimed,
            double stepNs,
            double needNs,
            double gain) {
        static final Comparator<Open> ORDER = Comparator.comparing(Open::claimed)
                .thenComparingDouble(Open::gain)
                .reversed();

        StopReason stoppedByTheBudget() {
            return stop(trials, StopReason.Reason.BUDGET, blocks, standing);
        }
    }

    private static StopReason stop(List<Trial> group, StopReason.Reason reason, int blocks, PrecisionStatus standing) {
        return new StopReason(group.get(0).id().workload(), reason, blocks, standing.knownWidth(), standing.target());
    }

    /** The decision at a block where a step begins, by all samples of the blocks before it. */
    Decision decide(int block, List<Sample> before) {
        BudgetUsage spending = new BudgetUsage(before);
        // a warm-up tells less of what is to come than the first blocks that count, which hold more
        int step = Math.max(block, plan.warmupBlocks());
        Map<TrialId, Double> steps = expectedNs(step, step + stopping.stepBlocks(), before, spending);
        Map<String, List<Sample>> samples = before.stream()
                .collect(Collectors.groupingBy(sample -> sample.trial().workload()));
        List<Open> open = new ArrayList<>();
        List<StopReason> stops = new ArrayList<>();
        List<List<Trial>> groups =
                plan.groups().stream().filter(group -> !isCompanion(group)).toList();
        List<List<PrecisionStatus>> standings = rule.standings(groups, before);
        for (int i = 0; i < groups.size(); i++) {
            List<Trial> group = groups.get(i);
            List<PrecisionStatus> own = standings.get(i);
            String workload = group.get(0).id().workload();
            int blocks = StopReason.blocks(samples.getOrDefault(workload, List.of()));
            StopReason.Reason reason = reason(own, blocks);
            if (own.isEmpty()) {
                stops.add(new StopReason(workload, StopReason.Reason.FAILED, blocks, null, null));
            } else if (reason != null) {
                stops.add(stop(group, reason, blocks, PrecisionStatus.worst(own)));
            } else {
                open.add(open(group, blocks, own, steps));
            }
        }
        open.sort(Open.ORDER);
        double leftNs = stopping.budgetNs() - spending.usedNs();
        double companionsNs = cost(companions(), steps);
        boolean first = block < plan.warmupBlocks() + stopping.stepBlocks();
        double longestNs = stopping.longestNs() - spending.usedNs();
        List<Open> running = first ? open : running(open, companionsNs, leftNs, longestNs);
        if (running.isEmpty()) {
            open.forEach(each -> stops.add(each.stoppedByTheBudget()));
        }
        double restNs = running.isEmpty() ? 0 : restNs(open, companionsNs, leftNs, longestNs);
        return new Decision(
                trials(running),
                stops,
                new ProgressEstimate(
                        stopping,
                        Duration.ofNanos(Math.round(spending.usedNs())),
                        Duration.ofNanos(Math.round(restNs)),
                        open.stream().map(Open::standing).toList()));
    }

    /**
     * Whether the budget lasts until everybody has the fewest blocks, from a block where a step begins and by all samples of the blocks before it.
     * So what a block holds beside one run of each trial never takes one of those from anybody, and no run takes longer than its budget for it.
     */
    boolean affordsTheFewest(int block, List<Sample> before) {
        BudgetUsage spending = new BudgetUsage(before);
        double neededNs =
                expectedNs(block, plan.warmupBlocks() + stopping.fewestBlocks(), before, spending).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        return neededNs == 0 || spending.usedNs() + neededNs <= SPENDABLE * stopping.budgetNs();
    }

    private StopReason.@Nullable Reason reason(List<PrecisionStatus> standings, int blocks) {
        if (blocks >= stopping.fewestBlocks() && standings.stream().allMatch(PrecisionStatus::precise)) {
            return StopReason.Reason.PRECISE;
        }
        return blocks >= plan.blocks() ? StopReason.Reason.MAX_BLOCKS : null;
    }

    private Open open(List<Trial> group, int blocks, List<PrecisionStatus> standings, Map<TrialId, Double> steps) {
        PrecisionStatus worst = PrecisionStatus.worst(standings);
        List<PrecisionStatus> open =
                standings.stream().filter(standing -> !standing.precise()).toList();
        List<Trial> trials = blocks < stopping.fewestBlocks()
                ? group
                : group.stream()
                        .filter(trial -> open.stream().anyMatch(standing -> standing.isAbout(trial.id())))
                        .toList();
        double stepNs = cost(trials, steps);
        double needed = Math.min(plan.blocks(), Math.max(stopping.fewestBlocks(), needed(worst, blocks)));
        double needNs = Math.max(1, (needed - blocks) / stopping.stepBlocks()) * stepNs;
        double blockNs = Math.max(1, stepNs / stopping.stepBlocks());
        return new Open(
                trials,
                blocks,
                worst,
                open.stream().anyMatch(PrecisionStatus::claimed),
                stepNs,
                needNs,
                worst.width() / (2.0 * Math.max(1, blocks) * blockNs));
    }

    /** Before there is an interval nobody knows how many more blocks it will take. */
    private static double needed(PrecisionStatus standing, int blocks) {
        return Double.isFinite(standing.width()) ? standing.neededBlocks(blocks) : 0;
    }

    private List<Open> running(List<Open> open, double companionsNs, double leftNs, double longestNs) {
        if (open.stream().anyMatch(each -> each.blocks() < stopping.fewestBlocks())) {
            double allNs = open.stream().mapToDouble(Open::stepNs).sum();
            return companionsNs + allNs <= longestNs ? open : List.of();
        }
        List<Open> running = new ArrayList<>();
        double promisedNs = companionsNs;
        for (Open each : open) {
            if (promisedNs + each.stepNs() <= leftNs) {
                running.add(each);
                promisedNs += each.needNs();
            }
        }
        return running;
    }

    /** What the open groups need, and no more than is left: of the budget, or of the time for the fewest blocks. */
    private double restNs(List<Open> open, double companionsNs, double leftNs, double longestNs) {
        double needs = open.stream().mapToDouble(Open::needNs).sum();
        double steps = open.stream()
                .mapToDouble(each -> each.needNs() / Math.max(1, each.stepNs()))
                .max()
                .orElse(0);
        double fewestNs = open.stream()
                .mapToDouble(each ->
                        Math.max(0, stopping.fewestBlocks() - each.blocks()) * each.stepNs() / stopping.stepBlocks())
                .sum();
        double limit = Math.max(leftNs, Math.min(fewestNs, longestNs));
        return Math.max(0, Math.min(limit, needs + steps * companionsNs));
    }

    /** What each trial's processes from one block to before another will take. */
    private Map<TrialId, Double> expectedNs(int from, int to, List<Sample> before, BudgetUsage spending) {
        Set<TrialId> failed = new HashSet<>();
        before.stream().collect(Collectors.groupingBy(Sample::trial)).forEach((trial, samples) -> {
            if (Sample.givenUp(samples)) {
                failed.add(trial);
            }
        });
        return IntStream.range(from, to)
                .boxed()
                .flatMap(k -> everything.apply(k).stream())
                .map(slot -> slot.trial().id())
                .filter(trial -> !failed.contains(trial))
                .collect(Collectors.groupingBy(trial -> trial, Collectors.summingDouble(spending::expectedNs)));
    }

    private static double cost(List<Trial> trials, Map<TrialId, Double> steps) {
        return trials.stream()
                .mapToDouble(trial -> steps.getOrDefault(trial.id(), 0.0))
                .sum();
    }

    private Set<TrialId> trials(List<Open> running) {
        Set<TrialId> trials = new HashSet<>();
        if (!running.isEmpty()) {
            companions().forEach(trial -> trials.add(trial.id()));
            running.forEach(each -> each.trials().forEach(trial -> trials.add(trial.id())));
        }
        return trials;
    }

    private List<Trial> companions() {
        return plan.groups().stream()
                .filter(BudgetScheduler::isCompanion)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a group stands beside the workloads: floor or canary. */
    static boolean isCompanion(List<Trial> group) {
        return group.get(0).id().role() != TrialRole.PROGRAM;
    }
}
