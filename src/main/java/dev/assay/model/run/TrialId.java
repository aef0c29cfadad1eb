package dev.assay.model.run;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An implementation at fixed parameters: {@code numeric/nbody:rust:std@75000x1}.
 *
 * @param workload the workload's id
 * @param runtime the runtime
 * @param variant the variant; of a user's command with its name, which may hold anything that one line does
 * @param size the size, at least 0
 * @param threads the number of threads, at least 1
 */
public record TrialId(String workload, Runtime runtime, String variant, long size, int threads) {
    private static final Pattern FORM = Pattern.compile("([^:@]+):([^:@]+):(.+)@([0-9]+)x([0-9]+)");

    public TrialId {
        if (size < 0 || threads < 1) {
            throw new IllegalArgumentException("a trial has a size of at least 0 and at least one thread");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static TrialId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a trial's id: '" + text + "'");
        }
        return new TrialId(
                matcher.group(1),
                Runtime.of(matcher.group(2)),
                matcher.group(3),
                Long.parseLong(matcher.group(4)),
                Integer.parseInt(matcher.group(5)));
    }

    /** {@code runtime:variant}. */
    public String label() {
        return runtime + ":" + variant;
    }

    /** Whether this is a program that the headline figures are about. */
    public boolean primary() {
        return variant.equals(Implementation.PRIMARY);
    }

    /** The suite of the workload. */
    public String suite() {
        return Workload.suiteOf(workload);
    }

    /** Whether this trial is that side's, with {@code cores} standing for the given number of threads. */
    public boolean isOn(ComparisonSide side, int cores) {
        return runtime == side.runtime()
                && variant.equals(side.variant())
                && threads == (side.threads() == ComparisonSide.CORES ? cores : side.threads());
    }

    /** What the trial is measured for. */
    public TrialRole role() {
        return TrialRole.ofWorkload(workload);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TrialId id
                        && size == id.size
                        && threads == id.threads
                        && runtime == id.runtime
                        && workload.equals(id.workload)
                        && variant.equals(id.variant));
    }

    /** Not what a record has by itself: that takes a new JVM milliseconds to make, and ids are keys everywhere. */
    @Override
    public int hashCode() {
        int hash = 31 * workload.hashCode() + runtime.hashCode();
        hash = 31 * hash + variant.hashCode();
        hash = 31 * hash + Long.hashCode(size);
        return 31 * hash + threads;
    }

    @Override
    public String toString() {
        return workload + ":" + runtime + ":" + variant + "@" + size + "x" + threads;
    }
}
