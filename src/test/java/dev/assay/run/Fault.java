package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Sample;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hostile program, what it must keep to, and what must come of it. Where a row says nothing, the limits are so wide that no program comes
 * near them.
 *
 * @param program the name of its source among the test's resources
 * @param arguments what it is given
 * @param limits what it must keep to
 * @param hangs whether it says {@code ready} and then never ends by itself; a machine on which the time limit comes earlier gives it more time
 * @param workTime whether it is to report the time of its own work
 * @param survivors how many processes it leaves behind for the meter to end; -1 where that is a matter of luck
 * @param verdict what the sample must say
 */
record Fault(
        String program,
        List<String> arguments,
        Limits limits,
        boolean hangs,
        boolean workTime,
        int survivors,
        Consumer<Sample> verdict) {
    private static final Duration WIDE = Duration.ofMinutes(1);
    private static final int ANY = -1;

    /** A program that is expected to end well with the right result, and to leave nobody behind. */
    static Fault of(String program, String... arguments) {
        Limits wide = Limits.of(WIDE, WIDE, 1 << 20);
        return new Fault(program, List.of(arguments), wide, false, false, 0, Verdicts.right());
    }

    /** One that must be ended when its time is over, and that knows how to end when asked. */
    Fault hanging(long timeoutMs) {
        return hanging(timeoutMs, WIDE.toMillis());
    }

    /** One that must be ended when its time is over, that many milliseconds after it was asked to. */
    Fault hanging(long timeoutMs, long graceMs) {
        Limits tight = limits(Duration.ofMillis(timeoutMs), Duration.ofMillis(graceMs), limits);
        return new Fault(program, arguments, tight, true, workTime, ANY, verdict);
    }

    /** One that leaves processes behind, which do not end by themselves. */
    Fault leaving(int processes) {
        Limits tight = limits(limits.timeout(), Duration.ofMillis(20), limits);
        return new Fault(program, arguments, tight, hangs, workTime, processes, verdict);
    }

    /** Where it does not matter how many are left. */
    Fault leavingSome() {
        return leaving(ANY);
    }

    /** One that uses more CPU time than it may. */
    Fault cpu(long millis) {
        return within(Duration.ofMillis(millis), null, null);
    }

    /** One that takes more memory than it may. */
    Fault memory(long bytes) {
        return within(null, bytes, null);
    }

    /** One that has more processes than it may. */
    Fault processes(int most) {
        return within(null, null, most);
    }

    Fault reportingTime() {
        return new Fault(program, arguments, limits, hangs, true, survivors, verdict);
    }

    Fault is(Consumer<Sample> expected) {
        return new Fault(program, arguments, limits, hangs, workTime, survivors, expected);
    }

    /** How it must end. */
    Fault ends(Exit.Reason reason) {
        return is(Verdicts.ended(reason, null, null));
    }

    Fault signal(Exit.Reason reason, int signal) {
        return is(Verdicts.ended(reason, null, signal));
    }

    Fault code(Exit.Reason reason, int code) {
        return is(Verdicts.ended(reason, code, null));
    }

    private Fault within(@Nullable Duration cpu, @Nullable Long memory, @Nullable Integer processes) {
        Limits tight = new Limits(limits.timeout(), limits.grace(), limits.outputBytes(), cpu, memory, processes);
        return new Fault(program, arguments, tight, hangs, workTime, ANY, verdict);
    }

    /** The same request with more time, for the next attempt. */
    static Limits longer(Limits limits) {
        return limits(limits.timeout().multipliedBy(2), limits.grace(), limits);
    }

    private static Limits limits(Duration timeout, Duration grace, Limits others) {
        return new Limits(timeout, grace, others.outputBytes(), others.cpu(), others.memoryBytes(), others.processes());
    }

    @Override
    public String toString() {
        String given = String.join(" ", arguments);
        return program + (given.isEmpty() ? "" : " " + (given.length() > 60 ? given.length() + " letters" : given));
    }
}
