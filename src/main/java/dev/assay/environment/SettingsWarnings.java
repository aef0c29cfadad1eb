package dev.assay.environment;

import dev.assay.model.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Says what about a machine as it stands makes figures worse.
 *
 * @param settings the system's settings
 * @param hardware the machine
 * @param quota how many processors' time may be used; empty for no limit
 * @param environment this process's variables
 */
record SettingsWarnings(
        SystemSettings settings,
        Hardware hardware,
        CpuKinds kinds,
        OptionalDouble quota,
        Map<String, String> environment) {
    private static final long LITTLE_MEMORY = 512L << 20;
    private static final Set<String> SLOW_CLOCKS = Set.of("hpet", "acpi_pm", "pit", "jiffies", "refined-jiffies");

    /** The warnings, the gravest first. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        quota(warnings);
        power(warnings);
        governor(warnings);
        memory(warnings);
        processors(warnings);
        kinds(warnings);
        clock(warnings);
        layout(warnings);
        virtualMachine(warnings);
        return List.copyOf(warnings);
    }

    private void quota(List<Warning> warnings) {
        if (quota.isPresent() && quota.getAsDouble() < hardware.logicalProcessors()) {
            warnings.add(Warning.grave(
                    "quota",
                    text(
                            "a control group allows the time of %.2f of %d processors, and stops programs that exceed it",
                            quota.getAsDouble(), hardware.logicalProcessors()),
                    "run without a CPU quota: give the container its own processors (docker run --cpuset-cpus=...)"));
        }
    }

    private void power(List<Warning> warnings) {
        if (settings.power().equals(SystemSettings.BATTERY)) {
            warnings.add(Warning.grave("battery", "the machine runs on battery, which limits its speed", "plug it in"));
        }
    }

    private void governor(List<Warning> warnings) {
        String governor = settings.governor();
        String driver = settings.frequencyDriver();
        // under these two, powersave is only a name: the processor itself raises its frequency within a millisecond or
        // so
        boolean swift = driver.equals("intel_pstate") || driver.startsWith("amd-pstate-epp");
        String message = "the processor changes its frequency with the load (governor " + governor + ")";
        String remedy = "fix the frequency with 'sudo cpupower frequency-set --governor performance'";
        if (governor.contains("ondemand")
                || governor.contains("conservative")
                || (governor.contains("powersave") && !swift)) {
            warnings.add(Warning.grave("governor", message + ", and short programs end before it rises", remedy));
        } else if (governor.contains("powersave") || governor.contains("schedutil")) {
            warnings.add(new Warning("governor", message, remedy));
        }
    }

    private void memory(List<Warning> warnings) {
        if (hardware.swapUsedBytes() > 0) {
            warnings.add(new Warning(
                    "swap",
                    text("%.0f MiB of memory have been moved to swap", hardware.swapUsedBytes() / 1048576.0),
                    "free memory, then run 'sudo swapoff -a && sudo swapon -a'"));
        }
        OptionalLong available = settings.availableBytes();
        if (available.isPresent() && available.getAsLong() < LITTLE_MEMORY) {
            warnings.add(new Warning(
                    "little-memory",
                    text("only %.0f MiB of memory are free", available.getAsLong() / 1048576.0),
                    "stop programs that use much memory: 'ps aux --sort=-rss | head' shows them"));
        }
    }

    private void processors(List<Warning> warnings) {
        if (settings.turbo().equals("on")) {
            String file = settings.frequencyDriver().startsWith("intel")
                    ? "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo"
                    : "echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost";
            warnings.add(new Warning(
                    "turbo",
                    "turbo is on: processors are faster while they are cool and few are busy, so times drift and speed-ups look too small",
                    "turn it off with '" + file + "'"));
        }
        if (settings.simultaneousThreads().equals("on")) {
            warnings.add(new Warning(
                    "smt",
                    "pairs of processors share a core, so two threads may run no faster than one",
                    "use one processor of each core with -Dcpus=... ('lscpu -e' shows them), or turn SMT off with 'echo off | sudo"
                            + " tee /sys/devices/system/cpu/smt/control'"));
        }
    }

    private void kinds(List<Warning> warnings) {
        if (kinds.hybrid()) {
            warnings.add(new Warning(
                    "hybrid",
                    "this machine has processors of several kinds (" + kinds.describe()
                            + "): times depend on which kind a program runs on",
                    "programs run only on the fastest kind, unless -Dcpus=... lists others"));
        }
    }

    private void clock(List<Warning> warnings) {
        if (SLOW_CLOCKS.contains(settings.clockSource())) {
            warnings.add(new Warning(
                    "clock",
                    "the clock source is " + settings.clockSource() + ", which takes a microsecond to read",
                    "write tsc to /sys/devices/system/clocksource/clocksource0/current_clocksource if available_clocksource lists"
                            + " it; 'dmesg | grep -i tsc' shows why it is not used"));
        }
    }

    private void layout(List<Warning> warnings) {
        if (settings.hugePages().equals("always")) {
            warnings.add(
                    new Warning(
                            "huge-pages",
                            "every program may get huge pages: memory peaks rise in steps of 2 MiB, and times depend on where memory happens to be",
                            "allow them only on request: 'echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled'"));
        }
        if (settings.addressRandomisation().equals("off")) {
            warnings.add(new Warning(
                    "aslr",
                    "addresses are not randomised: every sample has the same memory layout, and repeating does not average out its effect",
                    "turn it on with 'sudo sysctl kernel.randomize_va_space=2'"));
        }
        String allocator = MachineFacts.allocator(environment);
        if (!allocator.equals(SystemSettings.NONE)) {
            warnings.add(new Warning(
                    "allocator",
                    "environment variables change the loader or the allocator of the commands of 'compare' ("
                            + allocator + "); the programs of the catalog do not see them",
                    "unset them, unless this is what you want to measure"));
        }
    }

    private void virtualMachine(List<Warning> warnings) {
        String machine = settings.virtualMachine();
        if (!machine.equals(SystemSettings.NONE) && !machine.equals(SystemSettings.UNKNOWN)) {
            warnings.add(
                    new Warning(
                            "virtual-machine",
                            "this is a virtual machine" + (machine.equals("yes") ? "" : " (" + machine + ")")
                                    + ": others may share its processors and caches",
                            "trust small differences only on your own machine; the A/A check shows which differences can be distinguished here"));
        }
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
