package dev.assay.environment;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

/**
 * What OSHI tells of the machine.
 *
 * @param cpuModel the processor's name
 * @param physicalCores its cores
 * @param logicalProcessors its hardware threads, whether or not this process may use them
 * @param memoryBytes physical memory
 * @param swapUsedBytes how much has been moved to swap
 * @param os the system and its version, and the kernel's
 * @param loadAverage over one minute; null where the system has none
 */
record Hardware(
        String cpuModel,
        int physicalCores,
        int logicalProcessors,
        long memoryBytes,
        long swapUsedBytes,
        String os,
        @Nullable Double loadAverage) {

    /** Held, because a logger that nobody holds forgets its level. OSHI warns of libraries that it can do without. */
    private static final Logger OSHI = Logger.getLogger("oshi");

    /** Looks at this machine. Only what is cheap is asked for: OSHI's lists of processes and devices would take seconds. */
    static Hardware look() {
        OSHI.setLevel(Level.OFF);
        SystemInfoProvider system = system();
        CentralProcessor processor = system.getHardware().getProcessor();
        GlobalMemory memory = system.getHardware().getMemory();
        double load = processor.getSystemLoadAverage(1)[0];
        return new Hardware(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                memory.getTotal(),
                memory.getVirtualMemory().getSwapUsed(),
                os(system.getOperatingSystem()),
                load < 0 ? null : load);
    }

    /** Linux says it all in files; loading OSHI's native library would more than double the time. */
    private static SystemInfoProvider system() {
        return System.getProperty("os.name", "").equals("Linux")
                ? new oshi.nativefree.SystemInfo()
                : new oshi.SystemInfo();
    }

    private static String os(OperatingSystem system) {
        return system.getFamily() + " " + system.getVersionInfo().getVersion() + " (" + System.getProperty("os.name")
                + " " + System.getProperty("os.version") + ")";
    }
}
