package dev.assay.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The CPU time of this virtual machine, which competes with what is measured. */
final class OwnCpu {
    private static final @Nullable OperatingSystemMXBean SYSTEM =
            ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean ? bean : null;

    private OwnCpu() {}

    /** Nanoseconds since the start of this process; -1 where that cannot be known. */
    static long nanos() {
        OperatingSystemMXBean system = SYSTEM;
        return system == null ? -1 : system.getProcessCpuTime();
    }

    /** The share of a wall time that was used since {@code before}; null where that cannot be known. */
    static @Nullable Double share(long before, @Nullable Long wallNs) {
        long now = nanos();
        return before < 0 || now < 0 || wallNs == null || wallNs <= 0 ? null : (now - before) / (double) wallNs;
    }
}
