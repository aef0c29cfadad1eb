package dev.assay.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the machine, as words in reading order.
 *
 * @param hardware the machine
 * @param settings the system's settings
 * @param kinds the kinds of its processors
 * @param quota how many processors' time may be used
 * @param memoryLimit how much memory may be used
 * @param changes what happened since the last look
 * @param library the C library
 * @param environment this process's variables
 */
record MachineFacts(
        Hardware hardware,
        SystemSettings settings,
        CpuKinds kinds,
        OptionalDouble quota,
        OptionalLong memoryLimit,
        ActivityDelta changes,
        String library,
        Map<String, String> environment) {
    private static final Set<String> CHANGING = Set.of("LD_PRELOAD", "LD_AUDIT", "GLIBC_TUNABLES");

    static final String GOVERNOR = "frequency governor";

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("physical cores", Integer.toString(hardware.physicalCores()));
        facts.put("logical processors", Integer.toString(hardware.logicalProcessors()));
        facts.put("allowed processors", settings.allowedProcessors());
        if (kinds.hybrid()) {
            facts.put("kinds of processors", kinds.describe());
        }
        facts.put("simultaneous threads", settings.simultaneousThreads());
        facts.put(GOVERNOR, settings.governor());
        facts.put("frequency driver", settings.frequencyDriver());
        facts.put("turbo", settings.turbo());
        facts.put("power", settings.power());
        facts.put("clock source", settings.clockSource());
        facts.put("virtual machine", settings.virtualMachine());
        facts.put("container", settings.container());
        facts.put("CPU quota", quota.isPresent() ? text("%.2f processors", quota.getAsDouble()) : SystemSettings.NONE);
        facts.put("memory limit", memoryLimit.isPresent() ? bytes(memoryLimit) : SystemSettings.NONE);
        facts.put("available memory", bytes(settings.availableBytes()));
        facts.put("swap in use", text("%.0f MiB", hardware.swapUsedBytes() / 1048576.0));
        activity(facts);
        facts.put("transparent huge pages", settings.hugePages());
        facts.put("address randomisation", settings.addressRandomisation());
        facts.put("perf_event_paranoid", settings.perfEvents());
        facts.put("ptrace_scope", settings.tracing());
        facts.put("C library", library);
        facts.put("allocator variables", allocator(environment));
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        return Collections.unmodifiableMap(facts);
    }

    private void activity(Map<String, String> facts) {
        OptionalLong in = changes.pagesIn();
        OptionalLong out = changes.pagesOut();
        OptionalDouble steal = changes.steal();
        facts.put(
                "swap activity",
                in.isPresent() && out.isPresent()
                        ? in.getAsLong() + " pages in, " + out.getAsLong() + " out"
                        : SystemSettings.UNKNOWN);
        facts.put(
                "stolen time", steal.isPresent() ? text("%.2f %%", 100 * steal.getAsDouble()) : SystemSettings.UNKNOWN);
        facts.put("slowed down by heat", times(changes.heatStalls()));
        facts.put("stopped by CPU quota", times(changes.quotaStalls()));
        facts.put("used by others", processors(changes.others()));
        facts.put("busiest of them", busiest());
        OptionalDouble pressure = settings.pressure();
        facts.put(
                "waiting for processors",
                pressure.isPresent() ? text("%.1f %% of a minute", pressure.getAsDouble()) : SystemSettings.UNKNOWN);
    }

    private String busiest() {
        if (changes.others().isEmpty()) {
            return SystemSettings.UNKNOWN;
        }
        Optional<ActivityDelta.Busiest> busiest = changes.busiest();
        return busiest.isEmpty()
                ? SystemSettings.NONE
                : busiest.get().name() + ", "
                        + text("%.2f processors", busiest.get().processors());
    }

    /** The variables that change the loader or the allocator of every program that sees them, by name: no value of the environment is kept. */
    static String allocator(Map<String, String> environment) {
        String set = environment.keySet().stream()
                .filter(name -> CHANGING.contains(name) || name.startsWith("MALLOC_"))
                .sorted()
                .collect(Collectors.joining(" "));
        return set.isEmpty() ? SystemSettings.NONE : set;
    }

    private static String processors(OptionalDouble count) {
        return count.isPresent() ? text("%.2f processors", count.getAsDouble()) : SystemSettings.UNKNOWN;
    }

    private static String times(OptionalLong count) {
        return count.isPresent() ? times(count.getAsLong()) : SystemSettings.UNKNOWN;
    }

    static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? text("%.2f GiB", bytes.getAsLong() / (double) (1L << 30)) : SystemSettings.UNKNOWN;
    }

    private static String text(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
