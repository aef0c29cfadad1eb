package dev.assay.run;

import dev.assay.model.Mode;
import dev.assay.model.Sample;
import dev.assay.model.TrialId;
import dev.assay.plan.PeakAgreement;
import dev.assay.plan.Plan;
import dev.assay.plan.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which processes a block starts: those of the plan, and beyond the planned memory samples one more of each trial whose peaks do not agree
 * yet. What a block adds follows from the samples of earlier blocks alone, so whoever has the journal decides the same.
 */
final class Schedule {
    private final Plan plan;
    private final Map<TrialId, List<Sample>> followed = new HashMap<>();
    private final Set<TrialId> givenUp = new HashSet<>();
    private final Set<TrialId> losingCpu = new HashSet<>();

    Schedule(Plan plan) {
        this.plan = plan;
    }

    /** Takes note of what a process came to. */
    void seen(Sample sample) {
        if (sample.lost()) {
            return;
        }
        if (Boolean.FALSE.equals(sample.figures().cpuComplete())) {
            losingCpu.add(sample.trial());
        }
        if (!sample.ok()) {
            givenUp.add(sample.trial());
        } else if (sample.mode() == Mode.MEMORY) {
            followed.computeIfAbsent(sample.trial(), id -> new ArrayList<>()).add(sample);
        }
    }

    /** Whether a trial has failed, so that it is not run again. */
    boolean isGivenUp(TrialId trial) {
        return givenUp.contains(trial);
    }

    /**
     * Whether the kernel's events are counted in a process. They slow a program down, so warm-ups alone have them, which tell whether CPU time
     * is lost with processes that nobody waits for. Of a trial where it is, the task clock tells the CPU time from then on.
     */
    boolean counts(Slot slot) {
        return slot.warmup() || losingCpu.contains(slot.trial().id());
    }

    /** The processes of block {@code k}, those of given-up trials among them. */
    List<Slot> block(int k) {
        if (!isBeyondPlan(k)) {
            return plan.block(k);
        }
        List<Slot> slots = new ArrayList<>(plan.timing(k));
        plan.memory(k).stream()
                .filter(slot -> missing(slot.trial().id(), k) > 0)
                .forEach(slots::add);
        return slots;
    }

    /** How many processes are to run from block {@code k} on, by what is known before it. */
    int remaining(int k) {
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

    private boolean isBeyondPlan(int k) {
        return plan.memorySamples() > 0 && k >= plan.warmupBlocks() + plan.memorySamples();
    }

    /**
     * How many more memory samples a trial needs from block {@code k} on. Peaks that lie too far apart never come closer, so such a trial is
     * followed in every block that is left; a sample that was lost with the meter is made up for.
     */
    private int missing(TrialId trial, int k) {
        if (isGivenUp(trial)) {
            return 0;
        }
        List<Sample> before = followed.getOrDefault(trial, List.of()).stream()
                .filter(sample -> sample.block() < k)
                .toList();
        int left = plan.totalBlocks() - k;
        return PeakAgreement.of(before) ? Math.max(0, Math.min(left, plan.memorySamples() - before.size())) : left;
    }
}
