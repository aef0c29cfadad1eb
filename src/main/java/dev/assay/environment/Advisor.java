package dev.assay.environment;

import dev.assay.model.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Says what about a machine makes figures worse.
 *
 * @param settings the system's settings
 * @param hardware the machine
 * @param cores how many processors may be used
 * @param quota how many processors' time may be used; empty for no limit
 * @param stealShare stolen time as a share of all; empty when unknown
 */
record Advisor(Settings settings, Hardware hardware, int cores, OptionalDouble quota, OptionalDouble stealShare) {
    private static final double MOST_LOAD_PER_CORE = 0.5;
    private static final double MOST_STEAL = 0.01;

    /**
     * The warnings, the gravest first.
     *
     * @param load the load average that others cause; null when it is unknown or our own work is in it
     */
    List<Warning> warnings(@Nullable Double load) {
        List<Warning> warnings = new ArrayList<>();
        if (load != null && load > MOST_LOAD_PER_CORE * cores) {
            warnings.add(new Warning(
                    "load",
                    text("the machine is busy: a load of %.2f on %d cores before anything was measured", load, cores),
                    "end what else is running, or wait until it is done; 'top' shows it"));
        }
        if (stealShare.isPresent() && stealShare.getAsDouble() > MOST_STEAL) {
            warnings.add(new Warning(
                    "steal",
                    text(
                            "the hypervisor took %.1f %% of the processors' time for other machines",
                            100 * stealShare.getAsDouble()),
                    "measure on a machine of your own, or at another hour"));
        }
        if (hardware.swapUsedBytes() > 0) {
            warnings.add(new Warning(
                    "swap",
                    text("%.0f MiB of memory have been moved to swap", hardware.swapUsedBytes() / 1048576.0),
                    "free memory, then run 'sudo swapoff -a && sudo swapon -a'"));
        }
        if (settings.governor().contains("powersave") || settings.governor().contains("ondemand")) {
            warnings.add(new Warning(
                    "governor",
                    "the processor changes its frequency with the load (governor " + settings.governor() + ")",
                    "hold it at its fastest with 'sudo cpupower frequency-set --governor performance'"));
        }
        if (quota.isPresent() && quota.getAsDouble() < hardware.logicalProcessors()) {
            warnings.add(
                    new Warning(
                            "quota",
                            text(
                                    "a control group allows the time of %.2f of %d processors, and stops programs that use it up",
                                    quota.getAsDouble(), hardware.logicalProcessors()),
                            "run without a CPU quota: give the container processors of its own (docker run --cpuset-cpus=...)"));
        }
        String machine = settings.virtualMachine();
        if (!machine.equals(Settings.NONE) && !machine.equals(Settings.UNKNOWN)) {
            warnings.add(
                    new Warning(
                            "virtual-machine",
                            "this is a virtual machine" + (machine.equals("yes") ? "" : " (" + machine + ")")
                                    + ": others may share its processors and caches unseen",
                            "trust small differences only from a machine of your own; the canary shows what can be told apart here"));
        }
        return List.copyOf(warnings);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
