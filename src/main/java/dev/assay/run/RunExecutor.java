package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.model.AssayException;
import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.Mode;
import dev.assay.model.Phase;
import dev.assay.model.ProbeOutcome;
import dev.assay.model.ProbeResult;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import dev.assay.model.Stop;
import dev.assay.model.TrialId;
import dev.assay.plan.Plan;
import dev.assay.plan.Slot;
import dev.assay.plan.StopRule;
import dev.assay.store.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run from its first block to its last, or to the moment it is interrupted. */
public final class RunExecutor {
    /** What costs its meter is given up alone; whoever starts nothing but Assay's own program, or so many others, is not at fault. */
    private static final int MOST_FLOORS_LOST = 3;

    private static final int MOST_LOST_IN_A_ROW = 6;

    /** What tells the slots of a plan apart. */
    private record Place(TrialId trial, Mode mode, int block) {
        static Place of(Slot slot) {
            return new Place(slot.trial().id(), slot.mode(), slot.block());
        }
    }

    private final Header header;
    private final Plan plan;
    private final Schedule schedule;
    private final Meter meter;
    private final Settings settings;
    private final Journal journal;
    private final Function<Phase, Environment> machine;
    private final Clock clock;
    private final RunListener listener;
    private final Probing probing;

    private final List<ProbeResult> probes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<Recording.Resume> seams = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();
    private volatile boolean interrupted;
    private int done;
    private int planned;
    private int lostInARow;
    private int floorsLostInARow;

    /** An executor without probes. */
    public RunExecutor(
            Header header,
            Plan plan,
            StopRule rule,
            Meter meter,
            Settings settings,
            Journal journal,
            Function<Phase, Environment> machine,
            Clock clock,
            RunListener listener) {
        this(header, plan, rule, meter, settings, journal, machine, clock, listener, Probing.NONE);
    }

    /**
     * An executor.
     *
     * @param header what the journal begins with
     * @param plan the blocks
     * @param rule says how well a workload is known, of a run that stops by itself
     * @param meter runs the processes
     * @param settings what holds for all of them
     * @param journal takes every sample at once
     * @param machine looks at the machine during the run and after it
     * @param clock says when it ended
     * @param listener is told
     * @param probing the probes, which come first
     */
    public RunExecutor(
            Header header,
            Plan plan,
            StopRule rule,
            Meter meter,
            Settings settings,
            Journal journal,
            Function<Phase, Environment> machine,
            Clock clock,
            RunListener listener,
            Probing probing) {
        this.header = header;
        this.plan = plan;
        this.schedule = new Schedule(plan, header.stopping(), rule);
        this.meter = meter;
        this.settings = settings;
        this.journal = journal;
        this.machine = machine;
        this.clock = clock;
        this.listener = listener;
        this.probing = probing;
    }

    /**
     * Runs the plan. A trial that fails is not run again, the others go on.
     *
     * @throws AssayException if the run itself cannot go on; what was measured is in the journal
     */
    public Recording run() {
        journal.header(header);
        told(journal.sync());
        listener.started(header, plan);
        return rest();
    }

    /**
     * Goes on with a run that was cut short, at the first process of the plan that is not in its journal. A trial that failed stays given up.
     *
     * @param past what the journal holds
     * @param seam that it goes on
     * @throws AssayException if the run itself cannot go on; what was measured is in the journal
     */
    public Recording goOn(Recording past, Recording.Resume seam) {
        for (Sample sample : past.samples()) {
            samples.add(sample);
            taken.add(new Place(sample.trial(), sample.mode(), sample.block()));
            schedule.seen(sample);
        }
        past.probes().stream()
                .filter(result -> result.outcome() != ProbeOutcome.NOT_RUN)
                .forEach(probes::add);
        environments.addAll(past.environments());
        seams.addAll(past.resumes());
        stops.addAll(past.stops());
        seams.add(seam);
        journal.resume(seam);
        listener.started(header, plan);
        listener.resumed(samples.size());
        return rest();
    }

    private Recording rest() {
        probes.addAll(new ProbePhase(meter, settings, journal, listener).of(probing, probes, () -> interrupted));
        try (Sampler sampler = new Sampler(meter, settings)) {
            for (int k = 0; goesOn(k); k++) {
                if (schedule.isHalfway(k) && !lookedDuring()) {
                    look(Phase.DURING);
                }
                block(sampler, k);
                told(journal.sync());
            }
        }
        look(Phase.AFTER);
        boolean complete = !interrupted;
        Recording.End end = new Recording.End(clock.instant(), complete, complete ? null : "interrupted");
        told(journal.end(end));
        listener.finished(complete);
        return new Recording(header, probes, samples, environments, seams, stops, end);
    }

    private void told(@Nullable String damage) {
        if (damage != null) {
            listener.repaired(damage);
        }
    }

    /** Whether block {@code k} is run; says what was decided before it. */
    private boolean goesOn(int k) {
        if (interrupted) {
            return false;
        }
        for (Stop stop : schedule.stops(k)) {
            if (stops.stream().noneMatch(known -> known.workload().equals(stop.workload()))) {
                stops.add(stop);
                journal.stop(stop);
                listener.stopped(stop);
            }
        }
        schedule.outlook(k).ifPresent(listener::looksAhead);
        return !schedule.isOver(k);
    }

    /** Ends the run after the process that runs now, which is to be ended by closing the meter. May be called from any thread. */
    public void interrupt() {
        interrupted = true;
    }

    private boolean lookedDuring() {
        return environments.stream().anyMatch(environment -> environment.phase() == Phase.DURING);
    }

    private void look(Phase phase) {
        Environment environment = machine.apply(phase);
        environments.add(environment);
        journal.environment(environment);
    }

    private void block(Sampler sampler, int k) {
        planned = done + schedule.remaining(k);
        for (Slot slot : schedule.block(k)) {
            if (interrupted) {
                return;
            }
            if (schedule.isGivenUp(slot.trial().id()) || taken.contains(Place.of(slot))) {
                done++;
                continue;
            }
            take(sampler, slot);
        }
    }

    private void take(Sampler sampler, Slot slot) {
        Sample sample;
        try {
            sample = sampler.sample(slot, schedule.counts(slot));
        } catch (AssayException.MeterFailure e) {
            if (interrupted) {
                return;
            }
            throw e;
        }
        if (interrupted) {
            // the process was cut down with the meter: that says nothing about the program
            return;
        }
        samples.add(sample);
        journal.sample(sample);
        schedule.seen(sample);
        listener.sampled(sample, ++done, planned);
        boolean floor = Schedule.isFloor(sample.trial());
        lostInARow = sample.lost() ? lostInARow + 1 : 0;
        if (floor) {
            floorsLostInARow = sample.lost() ? floorsLostInARow + 1 : 0;
        }
        if (lostInARow == MOST_LOST_IN_A_ROW || floorsLostInARow == MOST_FLOORS_LOST) {
            throw keepsDying(sample);
        }
        if (schedule.isGivenUp(sample.trial())) {
            listener.gaveUp(sample);
        }
    }

    private AssayException.MeterFailure keepsDying(Sample lost) {
        int times = Schedule.isFloor(lost.trial()) ? Math.max(lostInARow, floorsLostInARow) : lostInARow;
        return new AssayException.MeterFailure("The meter was lost " + times + " times in a row, last with "
                + lost.trial() + ": " + lost.problem()
                + ". What was measured is in the journal. Is something killing it, such as a memory limit?");
    }
}
