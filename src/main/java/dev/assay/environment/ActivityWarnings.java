package dev.assay.environment;

import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.MachineFact;
import dev.assay.model.run.SnapshotPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Says what happened to a machine since the last look that makes figures worse. All of it is grave: it fell on some samples and not on others.
 *
 * @param phase when this is
 * @param cores how many processors may be used
 * @param load the load average; null when it is unknown
 * @param changes what happened
 * @param meter somebody else's meter that runs now
 */
record ActivityWarnings(
        SnapshotPhase phase, int cores, @Nullable Double load, ActivityDelta changes, Optional<ProcessStat> meter) {
    private static final double MOST_LOAD_PER_CORE = 0.5;
    private static final double MOST_OF_OTHERS = 0.25;
    private static final double MOST_STEAL = 0.01;
    private static final double LONGEST_SLEEP_SECONDS = 1;

    /** The warnings, the gravest first. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        others(warnings);
        steal(warnings);
        stalls(warnings);
        swapping(warnings);
        asleep(warnings);
        meter.ifPresent(task -> warnings.add(Warning.grave(
                "another-run",
                "another Assay is measuring on this machine (its meter is process " + task.pid() + ")",
                "wait until it has finished: each disturbs the other")));
        return List.copyOf(warnings);
    }

    /** What changed since the first look and should not have. */
    static List<Warning> since(Environment first, SystemSettings settings) {
        String before = Objects.requireNonNullElse(first.find(MachineFact.GOVERNOR), SystemSettings.UNKNOWN);
        String now = settings.governor();
        return before.equals(now)
                ? List.of()
                : List.of(Warning.grave(
                        "governor-changed",
                        "the frequency governor was " + before + " before the run and is " + now + " now",
                        "measure again, and keep power-profiles-daemon or tuned from switching profiles meanwhile"));
    }

    /** The load average speaks of others only before a run: later our own work is in it, and others' time is told by what they used. */
    private void others(List<Warning> warnings) {
        OptionalDouble used = changes.others();
        if (phase == SnapshotPhase.BEFORE && load != null && load > MOST_LOAD_PER_CORE * cores) {
            warnings.add(Warning.grave(
                    "load",
                    text("the machine is busy: load %.2f on %d cores before the first measurement", load, cores)
                            + who(", most of it "),
                    "stop other programs, or wait until they are done; 'top' shows them"));
        } else if (used.isPresent() && used.getAsDouble() > MOST_OF_OTHERS) {
            String when = phase == SnapshotPhase.BEFORE ? "just now" : "during the run";
            warnings.add(Warning.grave(
                    "busy",
                    text("other programs used %.2f processors %s", used.getAsDouble(), when) + who(", most of it "),
                    "stop them, or wait until they are done; 'top' shows them"));
        }
    }

    private String who(String words) {
        return changes.busiest()
                .filter(busiest -> busiest.processors() > MOST_OF_OTHERS / 2)
                .map(busiest -> words + busiest.name())
                .orElse("");
    }

    private void steal(List<Warning> warnings) {
        OptionalDouble share = changes.steal();
        if (share.isPresent() && share.getAsDouble() > MOST_STEAL) {
            warnings.add(Warning.grave(
                    "steal",
                    text(
                            "the hypervisor took %.1f %% of the processors' time for other machines",
                            100 * share.getAsDouble()),
                    "measure on your own machine, or at another time"));
        }
    }

    private void stalls(List<Warning> warnings) {
        if (happened(changes.heatStalls())) {
            warnings.add(Warning.grave(
                    "throttled",
                    "the processor was too hot and slowed itself down " + times(changes.heatStalls()),
                    "let it cool down, improve its cooling, and turn turbo off so that it stays below its limit"));
        }
        if (happened(changes.quotaStalls())) {
            warnings.add(Warning.grave(
                    "quota-throttled",
                    "a CPU quota stopped programs " + times(changes.quotaStalls())
                            + text(
                                    ", for %.0f ms in total",
                                    changes.quotaStalledNs().orElse(0) / 1e6),
                    "run without a CPU quota: give the container its own processors (docker run --cpuset-cpus=...)"));
        }
    }

    private void swapping(List<Warning> warnings) {
        if (happened(changes.pagesIn()) || happened(changes.pagesOut())) {
            warnings.add(Warning.grave(
                    "swapping",
                    "memory was moved between swap and main memory: "
                            + changes.pagesIn().orElse(0) + " pages in, "
                            + changes.pagesOut().orElse(0) + " out",
                    "free memory, then run 'sudo swapoff -a'"));
        }
    }

    private void asleep(List<Warning> warnings) {
        OptionalDouble seconds = changes.asleepSeconds();
        if (seconds.isPresent() && seconds.getAsDouble() > LONGEST_SLEEP_SECONDS) {
            warnings.add(Warning.grave(
                    "suspended",
                    text("the machine slept for %.0f s during the run", seconds.getAsDouble()),
                    "measure again, with 'systemd-inhibit --what=sleep' before the command"));
        }
    }

    private static boolean happened(OptionalLong count) {
        return count.orElse(0) > 0;
    }

    private static String times(OptionalLong count) {
        return MachineFacts.times(count.orElse(0));
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
