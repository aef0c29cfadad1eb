package dev.assay.app.request;

import dev.assay.model.AssayException.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that are a number with a unit. */
public final class UnitParser {
    private static final Pattern TIME =
            Pattern.compile("(?=[0-9])(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,12})(|[kmgt]ib)");

    private static final List<String> UNITS = List.of("", "KiB", "MiB", "GiB", "TiB");

    private UnitParser() {}

    /**
     * A time such as {@code 500ms} or {@code 5m30s}.
     *
     * @throws Usage if it is none, or zero
     */
    public static Duration time(String option, String text) {
        Matcher matcher = TIME.matcher(text);
        Duration time = matcher.matches()
                ? Duration.ofHours(part(matcher, 1))
                        .plusMinutes(part(matcher, 2))
                        .plusSeconds(part(matcher, 3))
                        .plusMillis(part(matcher, 4))
                : Duration.ZERO;
        if (time.isZero()) {
            throw new Usage(option + "=" + text
                    + " is not a valid time: give a number above 0 with a unit, such as 500ms, 30s, 10m or 5m30s.");
        }
        return time;
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /**
     * An amount of memory such as {@code 512MiB}, or a number of bytes.
     *
     * @throws Usage if it is none, or zero
     */
    public static long bytes(String option, String text) {
        Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw unfit(option, text);
        }
        int shift = 10 * " kmgt".indexOf((matcher.group(2) + " ").charAt(0));
        long count = Long.parseLong(matcher.group(1));
        if (count > Long.MAX_VALUE >> shift) {
            throw unfit(option, text);
        }
        return count << shift;
    }

    /** A number of bytes with the largest unit that it is a multiple of. */
    static String formatBytes(long bytes) {
        int unit = Math.min(UNITS.size() - 1, Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * unit)) + UNITS.get(unit);
    }

    private static Usage unfit(String option, String text) {
        return new Usage(option + "=" + text
                + " is not a valid size: give a number above 0 with a unit, such as 512MiB or 2GiB.");
    }
}
