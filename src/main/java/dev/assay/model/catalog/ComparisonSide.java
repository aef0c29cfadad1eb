package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a comparison, independent of workload and size: {@code python:std}, {@code c:std@cores}.
 *
 * @param runtime the runtime
 * @param variant the variant
 * @param threads the number of threads, or {@link #CORES} for as many as the machine has
 */
public record ComparisonSide(Runtime runtime, String variant, int threads) {
    /** Stands for the largest number of threads that was measured, at most the machine's cores. */
    public static final int CORES = 0;

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+):([a-z0-9-]+)(?:@(cores|[1-9][0-9]{0,3}))?");

    /** The primary implementation of a runtime, with one thread. */
    public static ComparisonSide primary(Runtime runtime) {
        return new ComparisonSide(runtime, Implementation.PRIMARY, 1);
    }

    /**
     * Reads {@code runtime:variant[@threads]}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static ComparisonSide parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a side is 'runtime:variant' with '@1' or '@cores' behind it, not '" + text + "'");
        }
        String threads = matcher.group(3);
        int count = threads == null ? 1 : threads.equals("cores") ? CORES : Integer.parseInt(threads);
        return new ComparisonSide(Runtime.of(matcher.group(1)), matcher.group(2), count);
    }

    /** Whether it is a side that the headline figures are about. */
    public boolean primary() {
        return variant.equals(Implementation.PRIMARY);
    }

    /** {@code runtime:variant}, whatever the threads. */
    public String label() {
        return runtime + ":" + variant;
    }

    @Override
    public String toString() {
        return label() + (threads == CORES ? "@cores" : threads == 1 ? "" : "@" + threads);
    }
}
