package dev.assay.text;

import java.time.Duration;
import java.util.Locale;

/** How long something takes, for readers. */
public final class DurationText {
    private DurationText() {}

    /**
     * In the two units that matter: {@code 120 ms}, {@code 1.5 s}, {@code 45 s}, {@code 5 min 30 s}, {@code 1 h 04 min}. A time below 0 is
     * shown as none, for somebody may have set the clock back.
     */
    public static String format(Duration duration) {
        long ms = Math.max(0, duration.toMillis());
        if (ms > 0 && ms < 1000) {
            return ms + " ms";
        }
        if (ms < 9950 && ms % 1000 != 0) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
        }
        long seconds = Math.round(ms / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        long minutes = Math.round(seconds / 60.0);
        return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    /** As options take it, in hours, minutes, seconds and milliseconds, those that are not 0: {@code 5m30s}. */
    public static String asOption(Duration duration) {
        String text = part(duration.toHours(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long count, String unit) {
        return count > 0 ? count + unit : "";
    }
}
