package dev.assay.cli;

import dev.assay.model.AssayException.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that are a number with a unit. */
final class Quantity {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,12})(|[kmgt]ib)");

    private Quantity() {}

    /**
     * A time such as {@code 500ms}.
     *
     * @throws Usage if it is none, or zero
     */
    static Duration time(String option, String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new Usage(option + "=" + text
                    + " is not a time: give a number above 0 with its unit, such as 500ms, 30s or 10m.");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /**
     * An amount of memory such as {@code 512MiB}, or a number of bytes.
     *
     * @throws Usage if it is none, or zero
     */
    static long bytes(String option, String text) {
        Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw unfit(option, text);
        }
        int shift = switch (matcher.group(2)) {
            case "kib" -> 10;
            case "mib" -> 20;
            case "gib" -> 30;
            case "tib" -> 40;
            default -> 0;
        };
        long count = Long.parseLong(matcher.group(1));
        if (count > Long.MAX_VALUE >> shift) {
            throw unfit(option, text);
        }
        return count << shift;
    }

    private static Usage unfit(String option, String text) {
        return new Usage(option + "=" + text
                + " is not an amount of memory: give a number above 0 with its unit, such as 512MiB or 2GiB.");
    }
}
