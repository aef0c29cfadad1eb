package dev.assay.run;

import dev.assay.meter.MeterRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CPU time of this virtual machine and of the meter, which compete with what is measured.
 *
 * <p>What the virtual machine says of itself comes in steps of the system's tick, mostly 10 ms: longer than many programs run. The scheduler
 * knows better, thread by thread, those of collector and compiler among them.
 */
final class HarnessCpu {
    private static final Path THREADS = Path.of("/proc/self/task");

    private HarnessCpu() {}

    /** Nanoseconds that the threads of this virtual machine have run; -1 where the system does not tell. */
    static long nanos() {
        return nanos(THREADS);
    }

    /** The same of the process whose threads' folders lie in {@code threads}. */
    static long nanos(Path threads) {
        long sum = 0;
        boolean known = false;
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) {
                long ran = ran(thread.resolve("schedstat"));
                known |= ran >= 0;
                sum += Math.max(0, ran);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return -1;
        }
        return known ? sum : -1;
    }

    /** The first of three numbers; -1 for a thread that has ended meanwhile, or a system that keeps no such account. */
    private static long ran(Path schedstat) {
        try {
            String text = Files.readString(schedstat, StandardCharsets.US_ASCII);
            int end = text.indexOf(' ');
            return end < 1 ? -1 : Long.parseLong(text.substring(0, end));
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    /** Nanoseconds that the virtual machine has used since {@code before}; -1 where that cannot be known. */
    static long since(long before) {
        long now = nanos();
        // a thread that ended takes its account with it
        return before < 0 || now < 0 ? -1 : Math.max(0, now - before);
    }

    /**
     * What the virtual machine used from the request to the record and the meter used while the process ran, as a share of the process's wall
     * time; null where that cannot be known, and in memory mode, which has no wall time. Of a row of processes nobody knows which of them the
     * virtual machine disturbed, so each has its part by its wall time.
     *
     * @param usedNs what the virtual machine used; -1 where it is not known
     * @param rowNs the wall times of the processes in that time, together
     */
    static @Nullable Double share(long usedNs, long rowNs, MeterRecord record) {
        long wallNs = wallNs(record);
        Long meterNs = record.meterCpuNs();
        if (usedNs < 0 || wallNs <= 0) {
            return null;
        }
        return usedNs / (double) rowNs + (meterNs == null ? 0 : meterNs) / (double) wallNs;
    }

    /** The wall times of processes together, those that have one. */
    static long wallNs(List<MeterRecord> row) {
        return row.stream().mapToLong(HarnessCpu::wallNs).sum();
    }

    private static long wallNs(MeterRecord record) {
        Long wallNs = record.figures().wallNs();
        return wallNs == null ? 0 : wallNs;
    }
}
