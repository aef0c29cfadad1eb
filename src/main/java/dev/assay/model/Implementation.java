package dev.assay.model;

import java.util.List;

/**
 * One program for a workload.
 *
 * @param runtime what compiles or interprets it
 * @param variant {@code std} for the primary one, else the name of what differs, such as {@code numpy}
 * @param source the file, relative to the workload's folder
 * @param build extra arguments for the compiler
 */
public record Implementation(Runtime runtime, String variant, String source, List<String> build) {
    /** The variant that every headline figure is about. */
    public static final String PRIMARY = "std";

    public Implementation {
        if (!variant.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a variant is lower-case letters, digits and dashes, not '" + variant + "'");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of " + runtime + ":" + variant + " is empty");
        }
        build = List.copyOf(build);
    }

    /** Whether this is the program the headline is about. */
    public boolean primary() {
        return variant.equals(PRIMARY);
    }

    /** {@code runtime:variant}. */
    public String label() {
        return runtime + ":" + variant;
    }
}
