package dev.assay.environment;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What happened between two looks at the machine. What the system does not count is empty.
 *
 * @param steal time that the hypervisor took, as a share of all
 * @param others how many processors' time others used, whether or not they are seen from here
 * @param busiest the program of others that used most
 * @param pagesIn pages read back from swap
 * @param pagesOut pages written to swap
 * @param quotaStalls how often a CPU quota stopped programs
 * @param quotaStalledNs for how long
 * @param heatStalls how often heat slowed a processor down
 * @param asleepSeconds for how long the machine was suspended
 */
record ActivityDelta(
        OptionalDouble steal,
        OptionalDouble others,
        Optional<Busiest> busiest,
        OptionalLong pagesIn,
        OptionalLong pagesOut,
        OptionalLong quotaStalls,
        OptionalLong quotaStalledNs,
        OptionalLong heatStalls,
        OptionalDouble asleepSeconds) {

    /** A program and how many processors' time it used. */
    record Busiest(String name, double processors) {}

    /** From one look to the next. */
    static ActivityDelta between(KernelCounters earlier, KernelCounters now) {
        Optional<CpuTicks> before = earlier.ticks();
        Optional<CpuTicks> after = now.ticks();
        boolean timed = before.isPresent() && after.isPresent();
        return new ActivityDelta(
                timed ? after.get().stealSince(before.get()) : OptionalDouble.empty(),
                timed ? others(earlier, now, before.get(), after.get()) : OptionalDouble.empty(),
                timed ? busiest(earlier, now, before.get(), after.get()) : Optional.empty(),
                ProcNumbers.rise(earlier.pagesIn(), now.pagesIn()),
                ProcNumbers.rise(earlier.pagesOut(), now.pagesOut()),
                ProcNumbers.rise(earlier.quotaStalls(), now.quotaStalls()),
                ProcNumbers.rise(earlier.quotaStalledNs(), now.quotaStalledNs()),
                ProcNumbers.rise(earlier.heatStalls(), now.heatStalls()),
                asleep(earlier, now));
    }

    /** The same but for stolen time, which a short look cannot tell: one tick of it would be a percent. */
    ActivityDelta withStealSinceBoot(KernelCounters now) {
        OptionalDouble sinceBoot =
                now.ticks().isPresent() ? now.ticks().get().stealSinceBoot() : OptionalDouble.empty();
        return new ActivityDelta(
                sinceBoot, others, busiest, pagesIn, pagesOut, quotaStalls, quotaStalledNs, heatStalls, asleepSeconds);
    }

    /** All that was used but for our own part. */
    private static OptionalDouble others(KernelCounters earlier, KernelCounters now, CpuTicks before, CpuTicks after) {
        long ours = now.tasks().ourTicks() - earlier.tasks().ourTicks();
        return after.processors(after.busy() - before.busy() - ours, before);
    }

    private static Optional<Busiest> busiest(
            KernelCounters earlier, KernelCounters now, CpuTicks before, CpuTicks after) {
        return now.tasks().othersSince(earlier.tasks()).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .flatMap(entry -> after.processors(entry.getValue(), before).stream()
                        .mapToObj(processors -> new Busiest(entry.getKey(), processors))
                        .findFirst());
    }

    private static OptionalDouble asleep(KernelCounters earlier, KernelCounters now) {
        if (earlier.uptimeSeconds().isEmpty() || now.uptimeSeconds().isEmpty()) {
            return OptionalDouble.empty();
        }
        double passed =
                now.uptimeSeconds().getAsDouble() - earlier.uptimeSeconds().getAsDouble();
        return OptionalDouble.of(Math.max(0, passed - (now.awakeSeconds() - earlier.awakeSeconds())));
    }
}
