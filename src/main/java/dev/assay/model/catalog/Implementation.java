package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One program for a workload.
 *
 * @param runtime what compiles or interprets it
 * @param variant {@code std} for the primary one, else the name of what differs, such as {@code numpy}
 * @param source the file, relative to the workload's folder; several programs may share one
 * @param build extra arguments for the compiler of C or C++
 * @param needs packages beyond the standard library, by their names
 * @param options arguments of the interpreter, before the script
 * @param compiler the compiler of C or C++ to take; null for the usual one
 * @param profile the profile of cargo to build with; null for {@code release}
 * @param extension the native library that a Python program loads; null for none
 * @param repeat how many times its work is done in one process, at least 1
 * @param shared other files that the program is made of, relative to the suite's folder, so that several workloads can share them
 */
public record Implementation(
        Runtime runtime,
        String variant,
        String source,
        List<String> build,
        List<String> needs,
        List<String> options,
        @Nullable Compiler compiler,
        @Nullable CargoProfile profile,
        @Nullable Extension extension,
        int repeat,
        List<String> shared) {
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
        needs = List.copyOf(needs);
        options = List.copyOf(options);
        shared = List.copyOf(shared);
        if (repeat < 1) {
            throw new IllegalArgumentException("the work of " + runtime + ":" + variant + " is done at least once");
        }
    }

    /** A program that is one file. */
    public Implementation(
            Runtime runtime,
            String variant,
            String source,
            List<String> build,
            List<String> needs,
            List<String> options,
            @Nullable Compiler compiler,
            @Nullable CargoProfile profile,
            @Nullable Extension extension,
            int repeat) {
        this(runtime, variant, source, build, needs, options, compiler, profile, extension, repeat, List.of());
    }

    /** A compiler of C or C++ other than the usual one. */
    public enum Compiler {
        /** The compiler on LLVM, which rustc is built on too. */
        CLANG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A profile of cargo other than {@code release}. */
    public enum CargoProfile {
        /** All that makes a program faster without touching its text: one unit, optimized across crates, for this very processor. */
        TUNED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A native library that is built before a Python program runs.
     *
     * @param language Rust or C
     * @param source the file, relative to the workload's folder
     * @param module the name by which Python imports it
     * @param needs packages that a library in Rust needs
     */
    public record Extension(Runtime language, String source, String module, List<String> needs) {
        public Extension {
            if (!language.compiled()) {
                throw new IllegalArgumentException("an extension is written in rust or c, not in " + language);
            }
            needs = List.copyOf(needs);
        }
    }

    /** Whether this is the program the headline is about. */
    public boolean primary() {
        return variant.equals(PRIMARY);
    }

    /** Whether its work is done again and again in one process. */
    public boolean repeats() {
        return repeat > 1;
    }

    /** {@code runtime:variant}. */
    public String label() {
        return runtime + ":" + variant;
    }
}
