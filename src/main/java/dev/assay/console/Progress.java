package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.plan.Plan;
import dev.assay.run.ProgressEstimate;
import dev.assay.run.RunListener;
import dev.assay.text.DurationText;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a run as it goes: the plan before, a line that is redrawn on a terminal, a sparse heartbeat elsewhere, failures at once. */
public final class Progress implements RunListener {
    /** A run that takes longer shows what it has after that time. */
    private static final Duration FIRST_TABLE = Duration.ofMinutes(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration REDRAW = Duration.ofMillis(150);
    private static final int BAR = 24;
    private static final int ESTIMATE_DIGITS = 3;
    private static final Plan NO_PLAN = new Plan(0, 1, 0, 0, List.of());

    private final Console console;
    private final Clock clock;
    private final Consumer<Recording> soFar;
    private Instant begun = Instant.EPOCH;
    private Instant lastShown = Instant.EPOCH;
    private Plan session = NO_PLAN;
    private int sessions = 1;
    private int number = 1;
    private int before;
    private double reached;
    private @Nullable StoppingPolicy stopping;
    private @Nullable ProgressEstimate outlook;
    private Instant looked = Instant.EPOCH;
    private boolean shown;

    /**
     * Progress on a console.
     *
     * @param soFar shows what a longer run has come to, once
     */
    public Progress(Console console, Clock clock, Consumer<Recording> soFar) {
        this.console = console;
        this.soFar = soFar;
        this.clock = clock;
    }

    @Override
    public void started(RunHeader header, Plan plan) {
        begun = clock.instant();
        lastShown = begun;
        session = plan;
        SamplingPlan sampling = header.sampling();
        sessions = sampling.sessions();
        stopping = sampling.stopping();
        long skipped = header.trials().stream()
                .filter(trial -> trial.skipped() != null)
                .count();
        console.progress(console.styled(Style.BOLD, "Measuring") + " "
                + (header.trials().isEmpty()
                        ? "only the noise floor"
                        : Plurals.count(header.trials().size() - (int) skipped, "trial"))
                + (header.workloads().isEmpty()
                        ? ""
                        : " of " + Plurals.count(header.workloads().size(), "workload"))
                + (skipped == 0 ? "" : " (" + skipped + " skipped)")
                + ", " + sampling.extent() + (sampling.stopping() == null ? " (fixed)" : "") + ", after "
                + Plurals.count(plan.warmupBlocks(), "warm-up") + ", profile " + header.profile() + ", seed "
                + sampling.seed());
        console.progress(ExpectedDuration.describe(header, plan) + "Ctrl-C stops it and keeps the results so far.");
    }

    @Override
    public void resumed(int samples) {
        before = samples;
        console.progress("Resuming after " + Plurals.count(samples, "sample") + ".");
    }

    @Override
    public void sessionBegins(int which, Plan plan) {
        number = which;
        session = plan;
        outlook = null;
        if (!console.redraws()) {
            console.progress("Session " + which + " of " + sessions + ".");
        }
    }

    @Override
    public void pauses(int nextSession, Duration pause) {
        console.redraw("");
        console.progress("Session " + (nextSession - 1) + " of " + sessions + " is done; the next begins in "
                + DurationText.format(pause) + ".");
    }

    @Override
    public void probing(int probes) {
        console.progress("Running " + Plurals.count(probes, "probe") + ".");
    }

    @Override
    public void probed(ProbeResult result, int done, int planned) {
        String came = result.probe().id() + " " + result.verb();
        Instant now = clock.instant();
        if (result.outcome().missed()) {
            console.progress("  " + came + ": " + result.reason());
        } else if (!result.asExpected()) {
            console.progress("  " + came + "; expected: " + result.expectedWords());
        } else if (Duration.between(lastShown, now).compareTo(console.redraws() ? REDRAW : HEARTBEAT) >= 0) {
            lastShown = now;
            show((double) done / planned, "probe " + done + " of " + planned, came);
        }
        if (done == planned) {
            // what follows is measured, and its time left is judged by itself
            console.redraw("");
            begun = now;
            reached = 0;
        }
    }

    /** Where a run is by what is known now. What is found out later may put it further back; what was shown stays. */
    private void show(double now, String where, String what) {
        reached = Math.max(reached, Math.min(1, now));
        if (console.redraws()) {
            int filled = (int) (BAR * reached);
            console.redraw("  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + where + "  " + what);
        } else {
            console.progress("  " + TerminalText.right((long) (100 * reached) + " %", 5) + "  " + where);
        }
    }

    @Override
    public void sampled(Sample sample, int done, int planned) {
        Instant now = clock.instant();
        if (Duration.between(lastShown, now).compareTo(console.redraws() ? REDRAW : HEARTBEAT) < 0) {
            return;
        }
        lastShown = now;
        ProgressEstimate seen = outlook;
        StoppingPolicy rule = stopping;
        if (seen == null && rule != null) {
            // how many blocks it will take is not known before the first look
            Duration used = Duration.between(begun, now);
            Duration most = Duration.ofNanos(rule.longestNs());
            Duration left = most.minus(used);
            String where = block(sample) + ", at most " + DurationText.format(left.isNegative() ? Duration.ZERO : left)
                    + " left";
            show((double) used.toMillis() / Math.max(1, most.toMillis()), where, what(sample));
        } else if (seen == null) {
            Duration left = left(now, done, planned);
            String where = block(sample) + " of " + session.totalBlocks() + ", " + DurationText.format(left) + " left";
            show((double) done / planned, where, what(sample));
        } else {
            Duration since = Duration.between(looked, now);
            Duration used = seen.used().plus(since);
            Duration own = seen.left().minus(since);
            Duration most = Duration.ofNanos(seen.stopping().budgetNs());
            // nothing is known of the sessions to come but that each is like this one
            Duration each = Duration.ofMillis(Math.max(0, used.plus(own).toMillis()));
            Duration left = own.plus(each.multipliedBy(sessions - number));
            Duration budget = most.multipliedBy(1 + sessions - number).minus(used);
            String where = block(sample) + ", " + open(seen) + ", about " + DurationText.format(left) + " left"
                    + (budget.compareTo(left) < 0 ? "" : ", at most " + DurationText.format(budget));
            Duration spent = used.plus(each.multipliedBy(number - 1));
            double all = Math.max(1, spent.toMillis() + Math.max(0, left.toMillis()));
            show(spent.toMillis() / all, where, what(sample) + estimate(seen, sample));
        }
    }

    private String block(Sample sample) {
        return (sessions == 1 ? "" : "session " + number + " of " + sessions + ", ") + "block "
                + (sample.block() - session.firstBlock() + 1);
    }

    private static String what(Sample sample) {
        return sample.trial().workload() + " " + sample.trial().label()
                + (sample.mode() == SamplingMode.MEMORY ? ", memory" : "");
    }

    private static String open(ProgressEstimate seen) {
        int open = seen.open().size();
        return Plurals.count(open, "workload") + " open";
    }

    /** What is known of the workload so far, by that of its comparisons that is known worst. */
    private static String estimate(ProgressEstimate seen, Sample sample) {
        return seen.open().stream()
                .filter(standing ->
                        standing.baseline().workload().equals(sample.trial().workload())
                                && standing.contender() != null
                                && Double.isFinite(standing.width()))
                .findFirst()
                .map(standing -> ", ratio " + NumberText.formatDigits(standing.value(), ESTIMATE_DIGITS) + " ± "
                        + StoppingPolicy.share(standing.width()))
                .orElse("");
    }

    private Duration left(Instant now, int done, int planned) {
        double each = Duration.between(begun, now).toMillis() / (double) Math.max(1, done - before);
        return Duration.ofMillis(Math.round(each * (planned - done)));
    }

    @Override
    public void looksAhead(ProgressEstimate seen, Supplier<Recording> recording) {
        outlook = seen;
        if (!shown && seen.used().compareTo(FIRST_TABLE) >= 0) {
            shown = true;
            if (!seen.left().isZero()) {
                soFar.accept(recording.get());
            }
        }
        looked = clock.instant();
    }

    /** Where workloads have the same number of blocks, all end with the run, and nothing is to be said of one. */
    @Override
    public void stopped(StopReason stop) {
        if (outlook != null && !console.redraws()) {
            console.progress("  " + stop.workload() + ": " + stop.inWords());
        }
    }

    @Override
    public void gaveUp(Sample failure) {
        console.warn(console.styled(Style.RED, "failed: ") + failure.trial() + " " + failure.problem()
                + " (skipped from now on)");
    }

    @Override
    public void repaired(String damage) {
        console.warn("warning: the run's journal " + damage
                + " while programs ran, perhaps by one of them. It was rewritten and nothing is lost; the damaged file was kept"
                + " beside it.");
    }

    @Override
    public void finished(@Nullable String reason) {
        console.redraw("");
        String took = DurationText.format(Duration.between(begun, clock.instant()));
        console.progress(reason == null ? "Measured in " + took + "." : "Stopped after " + took + ": " + reason + ".");
    }
}
