package dev.assay.environment;

import dev.assay.model.run.MachineFact;
import java.util.Collections;
import java.util.EnumMap;
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

    /** The facts by their titles, in reading order. */
    Map<String, String> facts() {
        Map<MachineFact, String> facts = new EnumMap<>(MachineFact.class);
        facts.put(MachineFact.PHYSICAL_CORES, Integer.toString(hardware.physicalCores()));
        facts.put(MachineFact.LOGICAL_PROCESSORS, Integer.toString(hardware.logicalProcessors()));
        facts.put(MachineFact.ALLOWED_PROCESSORS, settings.allowedProcessors());
        if (kinds.hybrid()) {
            facts.put(MachineFact.PROCESSOR_KINDS, kinds.describe());
        }
        facts.put(MachineFact.SIMULTANEOUS_THREADS, settings.simultaneousThreads());
        facts.put(MachineFact.GOVERNOR, settings.governor());
        facts.put(MachineFact.FREQUENCY_DRIVER, settings.frequencyDriver());
        facts.put(MachineFact.TURBO, settings.turbo());
        facts.put(MachineFact.POWER, settings.power());
        facts.put(MachineFact.CLOCK_SOURCE, settings.clockSource());
        facts.put(MachineFact.VIRTUAL_MACHINE, settings.virtualMachine());
        facts.put(MachineFact.CONTAINER, settings.container());
        facts.put(
                MachineFact.CPU_QUOTA,
                quota.isPresent() ? text("%.2f processors", quota.getAsDouble()) : SystemSettings.NONE);
        facts.put(MachineFact.MEMORY_LIMIT, memoryLimit.isPresent() ? bytes(memoryLimit) : SystemSettings.NONE);
        facts.put(MachineFact.AVAILABLE_MEMORY, bytes(settings.availableBytes()));
        facts.put(MachineFact.SWAP_IN_USE, text("%.0f MiB", hardware.swapUsedBytes() / 1048576.0));
        activity(facts);
        facts.put(MachineFact.HUGE_PAGES, settings.hugePages());
        facts.put(MachineFact.ADDRESS_RANDOMISATION, settings.addressRandomisation());
        facts.put(MachineFact.PERF_EVENT_PARANOID, settings.perfEvents());
        facts.put(MachineFact.PTRACE_SCOPE, settings.tracing());
        facts.put(MachineFact.C_LIBRARY, library);
        facts.put(MachineFact.ALLOCATOR_VARIABLES, allocator(environment));
        facts.put(
                MachineFact.JVM, System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        Map<String, String> titled = new LinkedHashMap<>();
        facts.forEach((fact, value) -> titled.put(fact.title(), value));
        return Collections.unmodifiableMap(titled);
    }

    private void activity(Map<MachineFact, String> facts) {
        OptionalLong in = changes.pagesIn();
        OptionalLong out = changes.pagesOut();
        OptionalDouble steal = changes.steal();
        facts.put(
                MachineFact.SWAP_ACTIVITY,
                in.isPresent() && out.isPresent()
                        ? in.getAsLong() + " pages in, " + out.getAsLong() + " out"
                        : SystemSettings.UNKNOWN);
        facts.put(
                MachineFact.STOLEN_TIME,
                steal.isPresent() ? text("%.2f %%", 100 * steal.getAsDouble()) : SystemSettings.UNKNOWN);
        facts.put(MachineFact.HEAT_STALLS, times(changes.heatStalls()));
        facts.put(MachineFact.QUOTA_STALLS, times(changes.quotaStalls()));
        facts.put(MachineFact.USED_BY_OTHERS, processors(changes.others()));
        facts.put(MachineFact.BUSIEST_OTHER, busiest());
        OptionalDouble pressure = settings.pressure();
        facts.put(
                MachineFact.PROCESSOR_PRESSURE,
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
