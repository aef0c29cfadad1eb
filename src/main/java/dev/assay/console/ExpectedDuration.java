package dev.assay.console;

import dev.assay.model.run.RunHeader;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.RunAllocation;
import dev.assay.text.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a run will take, before anything is known of this machine.
 *
 * @param least if everything becomes precise as soon as it may; the same as {@code most} where the number of blocks is fixed
 * @param most with all blocks, or with the whole budget, which at least the first step may go beyond
 */
record ExpectedDuration(Duration least, Duration most) {
    private static final double INTERPRETED_OVER_NATIVE = 20;
    private static final double LAUNCH_MS = 3;

    /** The sizes are chosen so that interpreted programs take about 20 ms, 190 ms or 2 s by profile. */
    private static ExpectedDuration of(RunHeader header, Plan plan) {
        double interpretedMs = switch (header.profile()) {
            case SMOKE -> 20;
            case QUICK -> 190;
            case FULL -> 2000;
        };
        double blockMs = 0;
        double warmUpMs = 0;
        for (List<Trial> group : plan.groups()) {
            blockMs += blockMs(group, interpretedMs, header.sampling().mostRuns());
            warmUpMs += blockMs(group, interpretedMs, 1);
        }
        double followedMs = blockMs(plan.followed(), interpretedMs, 1) * plan.memorySamples();
        if (header.environment().cores() > 1) {
            followedMs /= 2;
        }
        int sessions = header.sampling().sessions();
        double onceMs = warmUpMs * plan.warmupBlocks() + followedMs;
        double allMs = sessions * (onceMs + blockMs * plan.blocks());
        StoppingPolicy stopping = header.sampling().stopping();
        if (stopping == null) {
            return new ExpectedDuration(seconds(allMs), seconds(allMs));
        }
        double budgetMs = stopping.budgetNs() / 1e6;
        double severalMs = sessions * (onceMs + blockMs * stopping.fewestBlocks());
        // where that is too long, they run once each
        double fewestMs = severalMs > budgetMs ? sessions * (onceMs + warmUpMs * stopping.fewestBlocks()) : severalMs;
        double leastMs = Math.min(stopping.longestNs() / 1e6, fewestMs);
        return new ExpectedDuration(seconds(leastMs), seconds(Math.max(leastMs, Math.min(budgetMs, allMs))));
    }

    /**
     * A sentence and a space, such as {@code Takes about 45 s. }. Nobody knows how long a user's command takes: then it is the budget, or nothing
     * without one.
     */
    static String describe(RunHeader header, Plan plan) {
        if (!header.comparesCommands()) {
            return "Takes " + of(header, plan).inWords() + ". ";
        }
        StoppingPolicy stopping = header.sampling().stopping();
        return stopping == null
                ? ""
                : "Takes at most " + DurationText.format(Duration.ofNanos(stopping.budgetNs())) + ". ";
    }

    /** Such as {@code about 45 s}, or {@code 20 s to 1 min 36 s}. */
    private String inWords() {
        String from = DurationText.format(least);
        String to = DurationText.format(most);
        return most.isZero() ? "less than a second" : from.equals(to) ? "about " + to : from + " to " + to;
    }

    private static Duration seconds(double ms) {
        return Duration.ofSeconds(Math.round(ms / 1000));
    }

    /** A block of a group, in which cheap programs run several times around a dear one. */
    private static double blockMs(List<Trial> group, double interpretedMs, int mostRuns) {
        double[] each =
                group.stream().mapToDouble(trial -> runMs(trial, interpretedMs)).toArray();
        double dearest = Arrays.stream(each).max().orElse(0);
        return Arrays.stream(each)
                .map(ms -> ms * RunAllocation.runs(dearest, ms, Double.NaN, mostRuns))
                .sum();
    }

    private static double runMs(Trial trial, double interpretedMs) {
        return LAUNCH_MS + workMs(trial, interpretedMs);
    }

    private static double workMs(Trial trial, double interpretedMs) {
        if (!trial.workTime()) {
            return trial.id().runtime().compiled() ? 0 : LAUNCH_MS * 5;
        }
        double onceMs = trial.id().runtime().compiled() ? interpretedMs / INTERPRETED_OVER_NATIVE : interpretedMs;
        return onceMs * trial.repeat();
    }
}
