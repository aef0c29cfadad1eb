package dev.assay.environment;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Time of all processors since boot, from {@code /proc/stat}, in clock ticks.
 *
 * @param total all of it
 * @param busy what programs, the kernel and its interrupts used
 * @param steal what the hypervisor gave to others while a processor here wanted to run
 * @param processors how many there are
 */
record CpuTicks(long total, long busy, long steal, int processors) {
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;

    /** Reads them; empty where the system keeps none. Guest time behind the eighth column is already in the first ones (proc(5)). */
    static Optional<CpuTicks> read(SystemFiles files) {
        return files.read("/proc/stat").flatMap(CpuTicks::parse);
    }

    /** The share of stolen time since start-up. */
    OptionalDouble stealSinceBoot() {
        return stealSince(new CpuTicks(0, 0, 0, processors));
    }

    /** The share of stolen time since an earlier look; empty when no time has passed. */
    OptionalDouble stealSince(CpuTicks earlier) {
        long passed = total - earlier.total;
        return passed > 0
                ? OptionalDouble.of(Math.max(0, steal - earlier.steal) / (double) passed)
                : OptionalDouble.empty();
    }

    /** So many ticks of work since an earlier look, as a number of processors that did nothing else; empty when no time has passed. */
    OptionalDouble processors(long ticks, CpuTicks earlier) {
        long passed = total - earlier.total;
        return passed > 0
                ? OptionalDouble.of(Math.max(0, ticks) * processors / (double) passed)
                : OptionalDouble.empty();
    }

    private static Optional<CpuTicks> parse(String text) {
        String[] words = text.lines().findFirst().orElse("").trim().split(" +", -1);
        boolean wellFormed = words.length > STEAL + 1
                && words[0].equals("cpu")
                && Arrays.stream(words).skip(1).allMatch(word -> word.matches("[0-9]{1,18}"));
        if (!wellFormed) {
            return Optional.empty();
        }
        long[] ticks = Arrays.stream(words)
                .skip(1)
                .limit(STEAL + 1L)
                .mapToLong(Long::parseLong)
                .toArray();
        long total = Arrays.stream(ticks).sum();
        long processors =
                text.lines().filter(line -> line.matches("cpu[0-9]+ .*")).count();
        return Optional.of(new CpuTicks(total, total - ticks[IDLE] - ticks[WAITING] - ticks[STEAL], ticks[STEAL], (int)
                Math.max(1, processors)));
    }
}
