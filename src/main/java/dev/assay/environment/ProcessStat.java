package dev.assay.environment;

import java.util.Arrays;
import java.util.Optional;

/**
 * A process, from {@code /proc/<pid>/stat}; times in clock ticks.
 *
 * @param pid its number
 * @param parent its parent's number
 * @param name the name of its program, cut off after 15 letters
 * @param started when it started: with the number it tells two processes apart
 * @param own what it used itself
 * @param ofChildren what those of its children used that it has waited for
 */
record ProcessStat(long pid, long parent, String name, long started, long own, long ofChildren) {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int STARTED = 19;

    /** Reads a line of that file; a name may hold anything, blanks and brackets too, so fields count from the last bracket (proc(5)). */
    static Optional<ProcessStat> parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 2 || close < open || close + 2 > line.length()) {
            return Optional.empty();
        }
        String[] fields = line.substring(close + 2).split(" ", -1);
        String pid = line.substring(0, open - 1);
        boolean wellFormed = pid.matches("[0-9]{1,18}")
                && fields.length > STARTED
                && Arrays.stream(fields).skip(1).limit(STARTED).allMatch(field -> field.matches("-?[0-9]{1,20}"));
        if (!wellFormed) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStat(
                Long.parseLong(pid),
                number(fields[PARENT]),
                line.substring(open + 1, close),
                number(fields[STARTED]),
                number(fields[USER]) + number(fields[SYSTEM]),
                number(fields[CHILDREN_USER]) + number(fields[CHILDREN_SYSTEM])));
    }

    private static long number(String field) {
        return field.startsWith("-") ? 0 : Long.parseUnsignedLong(field);
    }

    /** Whether it is the same process at another moment. */
    boolean isSameProcess(ProcessStat other) {
        return pid == other.pid && started == other.started;
    }
}
