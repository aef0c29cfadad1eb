package dev.assay.run;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.meter.Reading;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The CPU time of this virtual machine and of the meter, which compete with what is measured. */
final class OwnCpu {
    private static final @Nullable OperatingSystemMXBean SYSTEM =
            ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean ? bean : null;

    private OwnCpu() {}

    /** Nanoseconds that this virtual machine has used, its collector's and compiler's among them; -1 where that cannot be known. */
    static long nanos() {
        OperatingSystemMXBean system = SYSTEM;
        return system == null ? -1 : system.getProcessCpuTime();
    }

    /**
     * What the virtual machine used since {@code before} and the meter used while the process ran, as a share of the process's wall time;
     * null where that cannot be known, and in memory mode, which has no wall time.
     */
    static @Nullable Double share(long before, Reading reading) {
        long now = nanos();
        Long wallNs = reading.figures().wallNs();
        Long meterNs = reading.meterCpuNs();
        if (before < 0 || now < 0 || wallNs == null || wallNs <= 0) {
            return null;
        }
        return (now - before + (meterNs == null ? 0 : meterNs)) / (double) wallNs;
    }
}
