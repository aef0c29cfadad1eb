package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.model.AssayException;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Environment;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.plan.StopRule;
import dev.assay.store.Journal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run from its first block to its last, or to the moment it is interrupted. */
public final class RunExecutor {
    private static final String INTERRUPTED = "interrupted";

    /** What tells the slots of a plan apart. */
    private record Place(TrialId trial, SamplingMode mode, int block, int position) {
        static Place of(PlannedProcess slot) {
            return new Place(
                    slot.trial().id(), slot.mode(), slot.block(), slot.order().position());
        }
    }

    private final RunHeader header;
    private final SamplingPlan sampling;
    private final Plan plan;
    private final Meter meter;
    private final RunConfig settings;
    private final Journal journal;
    private final Function<SnapshotPhase, Environment> machine;
    private final Clock clock;
    private final RunListener listener;
    private final ProbePlan probing;
    private final SessionBreak between;
    private final CountDownLatch interruption = new CountDownLatch(1);

    private final List<ProbeResult> probes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<Recording.Resume> seams = new ArrayList<>();
    private final List<StopReason> stops = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();
    private final MeterLosses losses = new MeterLosses();
    private final RowPlanner rows;
    private Schedule schedule;
    private int session = 1;
    private int done;
    private int planned;

    /** An executor without probes, of which one session follows the other at once. */
    public RunExecutor(
            RunHeader header,
            Plan plan,
            StopRule rule,
            Meter meter,
            RunConfig settings,
            Journal journal,
            Function<SnapshotPhase, Environment> machine,
            Clock clock,
            RunListener listener) {
        this(header, plan, rule, meter, settings, journal, machine, clock, listener, ProbePlan.NONE, SessionBreak.NONE);
    }

    /**
     * An executor.
     *
     * @param header what the journal begins with
     * @param plan the blocks of the first session
     * @param rule says how well a workload is known within a session, of a run that stops by itself
     * @param meter runs the processes
     * @param settings what holds for all of them
     * @param journal takes every sample at once
     * @param machine looks at the machine during the run and after it
     * @param clock says when it ended
     * @param listener is told
     * @param probing the probes, which come first
     * @param between what lies between two sessions
     */
    public RunExecutor(
            RunHeader header,
            Plan plan,
            StopRule rule,
            Meter meter,
            RunConfig settings,
            Journal journal,
            Function<SnapshotPhase, Environment> machine,
            Clock clock,
            RunListener listener,
            ProbePlan probing,
            SessionBreak between) {
        this.sampling = header.sampling();
        StoppingPolicy stopping = sampling.stopping();
        this.header = header;
        this.plan = plan;
        this.schedule = new Schedule(
                plan, stopping == null ? null : stopping.within(sampling.sessions()), sampling.mostRuns(), rule);
        this.meter = meter;
        this.settings = settings;
        this.rows = new RowPlanner(
                settings.preparation() != null,
                settings.following() && settings.pinning().processors() > 1);
        this.journal = journal;
        this.machine = machine;
        this.clock = clock;
        this.listener = listener;
        this.probing = probing;
        this.between = between;
    }

    /**
     * Runs the plan. A trial that fails is not run again, the others go on.
     *
     * @throws AssayException if the run itself cannot go on; what was measured is in the journal
     */
    public Recording run() {
        journal.header(header);
        report(journal.sync());
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
            taken.add(new Place(
                    sample.trial(),
                    sample.mode(),
                    sample.block(),
                    sample.order().position()));
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
        probes.addAll(new ProbePhase(meter, settings, journal, listener).run(probing, probes, this::isInterrupted));
        int before = samples.size();
        String reason = null;
        for (session = 1; session <= sampling.sessions() && reason == null; session++) {
            reason = session(session, samples.size() > before);
        }
        look(SnapshotPhase.AFTER);
        Recording.End end = new Recording.End(clock.instant(), reason == null, reason);
        report(journal.end(end));
        listener.finished(reason);
        return new Recording(header, probes, samples, environments, seams, stops, end);
    }

    /**
     * Measures what is left of a session.
     *
     * @param follows whether another one has just ended
     * @return why the run ends with it before its plan is done; null when it goes on
     */
    private @Nullable String session(int number, boolean follows) {
        Plan own = plan.session(number);
        if (number > 1) {
            schedule = schedule.next(own);
        }
        List<Sample> known = samples.stream()
                .filter(sample -> sampling.session(sample.block()) == number)
                .toList();
        known.forEach(schedule::seen);
        known.forEach(rows::seen);
        if (number > 1 && known.isEmpty()) {
            if (follows && between.endsRun()) {
                return "session " + (number - 1) + " of " + sampling.sessions() + " is done";
            }
            if (follows && !pause(number)) {
                return INTERRUPTED;
            }
            meter.renew();
            look(SnapshotPhase.DURING);
        }
        if (sampling.sessions() > 1 && !isDone(number)) {
            listener.sessionBegins(number, own);
        }
        try (ProcessSampler sampler = new ProcessSampler(meter, settings)) {
            for (int k = 0; goesOn(k); k++) {
                if (schedule.isHalfway(k) && !lookedDuring()) {
                    look(SnapshotPhase.DURING);
                }
                block(sampler, k);
                report(journal.sync());
            }
        }
        return isInterrupted() ? INTERRUPTED : null;
    }

    /** Whether the journal has the ends of all workloads in a session. */
    private boolean isDone(int number) {
        long ended = stops.stream().filter(stop -> stop.session() == number).count();
        return ended
                == plan.groups().stream()
                        .filter(group -> !BudgetScheduler.isCompanion(group))
                        .count();
    }

    /** Lets the time between two sessions go by; false if the run is interrupted meanwhile. */
    private boolean pause(int next) {
        if (between.pause().isZero()) {
            return true;
        }
        listener.pauses(next, between.pause());
        try {
            return !interruption.await(between.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void report(@Nullable String damage) {
        if (damage != null) {
            listener.repaired(damage);
        }
    }

    /** Whether block {@code k} is run; says what was decided before it. */
    private boolean goesOn(int k) {
        if (isInterrupted()) {
            return false;
        }
        for (StopReason each : schedule.stops(k)) {
            StopReason stop = each.in(session);
            if (stops.stream()
                    .noneMatch(known ->
                            known.session() == session && known.workload().equals(stop.workload()))) {
                stops.add(stop);
                journal.stop(stop);
                listener.stopped(stop);
            }
        }
        schedule.outlook(k)
                .ifPresent(outlook -> listener.looksAhead(
                        outlook, () -> new Recording(header, probes, samples, environments, seams, stops, null)));
        return !schedule.isOver(k);
    }

    /** Ends the run after the process that runs now, which is to be ended by closing the meter. May be called from any thread. */
    public void interrupt() {
        interruption.countDown();
    }

    private boolean isInterrupted() {
        return interruption.getCount() == 0;
    }

    private boolean lookedDuring() {
        return environments.stream().anyMatch(environment -> environment.phase() == SnapshotPhase.DURING);
    }

    private void look(SnapshotPhase phase) {
        Environment environment = machine.apply(phase);
        environments.add(environment);
        journal.environment(environment);
    }

    private void block(ProcessSampler sampler, int k) {
        planned = done + schedule.remaining(k) + later();
        Deque<PlannedProcess> left = new ArrayDeque<>(schedule.block(k));
        boolean alone = false;
        while (!left.isEmpty() && !isInterrupted()) {
            PlannedProcess next = left.element();
            if (isOver(next)) {
                done++;
                left.remove();
                continue;
            }
            int run = take(sampler, alone ? List.of(next) : rows.next(left, this::isOver));
            // after a row was lost with the meter
            alone |= run == 0;
            IntStream.range(0, run).forEach(i -> left.remove());
        }
    }

    private boolean isOver(PlannedProcess slot) {
        return schedule.isGivenUp(slot.trial().id()) || taken.contains(Place.of(slot));
    }

    /** What the sessions behind this one hold; of a run that stops by itself nobody knows. */
    private int later() {
        return sampling.stopping() == null ? (sampling.sessions() - session) * plan.processes() : 0;
    }

    /** Runs the first of some processes, at most all of them; gives how many. */
    private int take(ProcessSampler sampler, List<PlannedProcess> row) {
        try {
            return sampler.samples(row, schedule::counts, this::take);
        } catch (AssayException.MeterFailure e) {
            if (isInterrupted()) {
                return 0;
            }
            throw e;
        }
    }

    private void take(Sample sample) {
        if (isInterrupted()) {
            // the process was cut down with the meter: that says nothing about the program
            return;
        }
        if (schedule.isGivenUp(sample.trial())) {
            // it ran in one row with the process that failed, and would not have been run after it
            done++;
            return;
        }
        samples.add(sample);
        journal.sample(sample);
        schedule.seen(sample);
        rows.seen(sample);
        listener.sampled(sample, ++done, planned);
        losses.seen(sample);
        if (schedule.isGivenUp(sample.trial())) {
            listener.gaveUp(sample);
        }
    }
}
