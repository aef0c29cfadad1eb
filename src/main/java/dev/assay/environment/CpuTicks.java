package dev.assay.environment;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Time of all processors since boot, from the first line of {@code /proc/stat}, in clock ticks.
 *
 * @param total all of it
 * @param steal what the hypervisor gave to others while a processor here wanted to run
 */
record CpuTicks(long total, long steal) {
    private static final int STEAL = 7;

    /** Reads them; empty where the system keeps none. Guest time behind the eighth column is already in the first ones (proc(5)). */
    static Optional<CpuTicks> read(SystemFiles files) {
        return files.read("/proc/stat")
                .flatMap(text -> text.lines().findFirst())
                .flatMap(CpuTicks::parse);
    }

    /** The share of stolen time since an earlier look; empty when no time has passed. */
    OptionalDouble stealSince(CpuTicks earlier) {
        long passed = total - earlier.total;
        return passed > 0
                ? OptionalDouble.of(Math.max(0, steal - earlier.steal) / (double) passed)
                : OptionalDouble.empty();
    }

    private static Optional<CpuTicks> parse(String line) {
        String[] words = line.trim().split(" +", -1);
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
        return Optional.of(new CpuTicks(Arrays.stream(ticks).sum(), ticks[STEAL]));
    }
}
