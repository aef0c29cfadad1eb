package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.Header;
import dev.assay.model.Mode;
import dev.assay.model.ProbeResult;
import dev.assay.model.Sample;
import dev.assay.model.Trial;
import dev.assay.plan.Plan;
import dev.assay.run.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows a run as it goes: the plan before, a line that is redrawn on a terminal, a sparse heartbeat elsewhere, failures at once. */
public final class Progress implements RunListener {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration REDRAW = Duration.ofMillis(150);
    private static final int BAR = 24;

    private final Console console;
    private final Clock clock;
    private Instant begun = Instant.EPOCH;
    private Instant lastShown = Instant.EPOCH;
    private int totalBlocks;
    private int before;

    /** Progress on a console. */
    public Progress(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void started(Header header, Plan plan) {
        begun = clock.instant();
        lastShown = begun;
        totalBlocks = plan.totalBlocks();
        long skipped = header.trials().stream()
                .filter(trial -> trial.skipped() != null)
                .count();
        console.progress(console.styled(Style.BOLD, "Measuring") + " "
                + (header.trials().isEmpty()
                        ? "the noise floor alone"
                        : Text.count(header.trials().size() - (int) skipped, "trial"))
                + (header.workloads().isEmpty()
                        ? ""
                        : " of " + Text.count(header.workloads().size(), "workload"))
                + (skipped == 0 ? "" : " (" + skipped + " skipped)")
                + ", " + Text.count(plan.blocks(), "block") + " after " + Text.count(plan.warmupBlocks(), "warm-up")
                + ", profile " + header.profile() + ", seed " + header.seed());
        console.progress("Expected to take about " + Text.duration(ExpectedDuration.of(header, plan))
                + "; Ctrl-C keeps what was measured until then.");
    }

    @Override
    public void resumed(int samples) {
        before = samples;
        console.progress("Going on after " + Text.count(samples, "sample") + ".");
    }

    @Override
    public void probing(int probes) {
        console.progress("Trying " + Text.count(probes, "probe") + ".");
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
            show(now, done, planned, "probe " + done + " of " + planned, came);
        }
        if (done == planned) {
            // what follows is measured, and its time left is judged by itself
            console.redraw("");
            begun = now;
        }
    }

    private void show(Instant now, int done, int planned, String where, String what) {
        lastShown = now;
        if (console.redraws()) {
            int filled = (int) ((long) BAR * done / planned);
            console.redraw("  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + where + "  " + what);
        } else {
            console.progress("  " + Text.right(100L * done / planned + " %", 5) + "  " + where);
        }
    }

    @Override
    public void sampled(Sample sample, int done, int planned) {
        Instant now = clock.instant();
        if (Duration.between(lastShown, now).compareTo(console.redraws() ? REDRAW : HEARTBEAT) < 0) {
            return;
        }
        Duration left = left(now, done, planned);
        String where = "block " + (sample.block() + 1) + " of " + totalBlocks + ", " + Text.duration(left) + " left";
        String what = sample.trial().workload() + " " + sample.trial().label()
                + (sample.mode() == Mode.MEMORY ? ", memory" : "");
        show(now, done, planned, where, what);
    }

    private Duration left(Instant now, int done, int planned) {
        double each = Duration.between(begun, now).toMillis() / (double) Math.max(1, done - before);
        return Duration.ofMillis(Math.round(each * (planned - done)));
    }

    @Override
    public void gaveUp(Sample failure) {
        console.warn(console.styled(Style.RED, "failed: ") + failure.trial() + " " + failure.problem()
                + "; it is not run again, the others go on");
    }

    @Override
    public void finished(boolean complete) {
        console.redraw("");
        console.progress((complete ? "Measured in " : "Interrupted after ")
                + Text.duration(Duration.between(begun, clock.instant())) + ".");
    }

    /** What a run will take, before anything is known of this machine. */
    static final class ExpectedDuration {
        private static final double INTERPRETED_OVER_NATIVE = 20;
        private static final double LAUNCH_MS = 3;

        private ExpectedDuration() {}

        /** The sizes are chosen so that interpreted programs take about 20 ms, 300 ms or 2 s by profile. */
        static Duration of(Header header, Plan plan) {
            double interpretedMs = switch (header.profile()) {
                case SMOKE -> 20;
                case QUICK -> 300;
                case FULL -> 2000;
            };
            double timedMs = ms(plan.groups().stream().flatMap(List::stream).toList(), interpretedMs);
            double followedMs = ms(plan.followed(), interpretedMs);
            return Duration.ofMillis(Math.round(timedMs * plan.totalBlocks() + followedMs * plan.memorySamples()));
        }

        private static double ms(List<Trial> trials, double interpretedMs) {
            return trials.stream()
                    .mapToDouble(trial -> LAUNCH_MS + workMs(trial, interpretedMs))
                    .sum();
        }

        private static double workMs(Trial trial, double interpretedMs) {
            if (!trial.kernelTime()) {
                return trial.id().runtime().compiled() ? 0 : LAUNCH_MS * 5;
            }
            return trial.id().runtime().compiled() ? interpretedMs / INTERPRETED_OVER_NATIVE : interpretedMs;
        }
    }
}
