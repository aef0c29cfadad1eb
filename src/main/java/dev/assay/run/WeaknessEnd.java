package dev.assay.run;

import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Exit;
import dev.assay.text.PrintableText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the end of a program with a weakness says of it. */
final class WeaknessEnd {
    private static final int MOST_LETTERS = 200;
    private static final int MOST_SIGNALS = 64;

    private static final Pattern SANITIZER = Pattern.compile("ERROR: (\\w+Sanitizer): ([\\w-]+)");
    private static final Pattern UNDEFINED = Pattern.compile("(?m)^\\S+: runtime error: ");

    private WeaknessEnd() {}

    /**
     * Judges an end.
     *
     * @param end the end as that of any program
     * @param exit how the process ended
     * @param stdout what it printed
     * @param right what it would print if nothing were wrong; null for no such output
     */
    static ProbeExit of(ProbeExit end, Exit exit, String stdout, @Nullable String right) {
        String printed = stdout.strip();
        if (end.outcome() == ProbeOutcome.COMPILES) {
            if (printed.isEmpty()) {
                return ProbeExit.missed(ProbeOutcome.FAILED, "the program ended well without printing anything", "");
            }
            ProbeOutcome outcome = printed.equals(right) ? ProbeOutcome.HARMLESS : ProbeOutcome.SILENT;
            return new ProbeExit(outcome, null, "It printed: " + PrintableText.start(printed, MOST_LETTERS), null);
        }
        String by = stoppedBy(end, exit);
        return by == null ? end : new ProbeExit(ProbeOutcome.STOPPED, by, end.message(), null);
    }

    private static @Nullable String stoppedBy(ProbeExit end, Exit exit) {
        if (end.outcome() == ProbeOutcome.PANICS) {
            return "panic";
        }
        if (end.outcome() == ProbeOutcome.RAISES) {
            return end.exception();
        }
        Matcher sanitizer = SANITIZER.matcher(end.message());
        if (sanitizer.find()) {
            return sanitizer.group(1);
        }
        if (UNDEFINED.matcher(end.message()).find()) {
            return "UndefinedBehaviorSanitizer";
        }
        Integer signal = exit.signal();
        return end.outcome() == ProbeOutcome.CRASHED && signal != null && signal <= MOST_SIGNALS
                ? switch (signal) {
                    case 4 -> "SIGILL";
                    case 6 -> "SIGABRT";
                    case 7 -> "SIGBUS";
                    case 8 -> "SIGFPE";
                    case 11 -> "SIGSEGV";
                    default -> "signal-" + signal;
                }
                : null;
    }
}
