package dev.assay.environment;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What the kernel has counted until one moment; from two of them follows what happened in between.
 *
 * @param ticks time of the processors
 * @param pagesIn pages read back from swap
 * @param pagesOut pages written to swap
 * @param quotaStalls how often a CPU quota was used up and its programs stopped
 * @param quotaStalledNs for how long, in nanoseconds
 * @param heatStalls how often a core or a whole processor was slowed down because of its heat
 * @param uptimeSeconds time since boot, sleep included
 * @param awakeSeconds time that passes only while the machine is awake
 * @param tasks the processes
 */
record KernelCounters(
        Optional<CpuTicks> ticks,
        OptionalLong pagesIn,
        OptionalLong pagesOut,
        OptionalLong quotaStalls,
        OptionalLong quotaStalledNs,
        OptionalLong heatStalls,
        OptionalDouble uptimeSeconds,
        double awakeSeconds,
        ProcessSnapshot tasks) {
    private static final String CPUS = "/sys/devices/system/cpu";

    /**
     * Reads them all.
     *
     * @param files the system's
     * @param awakeNs a clock that stands still while the machine sleeps, as {@link System#nanoTime} does on Linux
     * @param self this process's number
     */
    static KernelCounters read(SystemFiles files, long awakeNs, long self) {
        String memory = files.read("/proc/vmstat").orElse("");
        return new KernelCounters(
                CpuTicks.read(files),
                ProcNumbers.named("pswpin", memory),
                ProcNumbers.named("pswpout", memory),
                quota(files, "nr_throttled", 1, "nr_throttled", 1),
                quota(files, "throttled_usec", 1000, "throttled_time", 1),
                heat(files),
                ProcNumbers.decimal(files.read("/proc/uptime").map(text -> text.split(" ", 2)[0])),
                awakeNs / 1e9,
                ProcessSnapshot.read(files, self));
    }

    /** Over all groups: each counts the stops by its own quota. */
    private static OptionalLong quota(SystemFiles files, String unified, long unit, String old, long oldUnit) {
        long[] counts = ControlGroups.find(files, "cpu").stream()
                .flatMapToLong(group -> files.read(group.file("cpu.stat")).stream()
                        .flatMapToLong(text -> group.unified()
                                ? ProcNumbers.named(unified, text).stream().map(count -> count * unit)
                                : ProcNumbers.named(old, text).stream().map(count -> count * oldUnit)))
                .toArray();
        return ProcNumbers.sum(counts);
    }

    /** Every processor repeats the count of its package, so of these the largest is taken. */
    private static OptionalLong heat(SystemFiles files) {
        long[] cores = heat(files, "core_throttle_count").toArray();
        OptionalLong packages = heat(files, "package_throttle_count").max();
        long[] both = LongStream.concat(Arrays.stream(cores), packages.stream()).toArray();
        return ProcNumbers.sum(both);
    }

    private static LongStream heat(SystemFiles files, String name) {
        return files.names(CPUS).stream()
                .filter(cpu -> cpu.matches("cpu[0-9]+"))
                .flatMapToLong(
                        cpu -> ProcNumbers.whole(files.read(CPUS + "/" + cpu + "/thermal_throttle/" + name)).stream());
    }
}
