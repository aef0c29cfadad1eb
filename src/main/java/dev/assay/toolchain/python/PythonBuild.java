package dev.assay.toolchain.python;

/**
 * How a Python was built.
 *
 * @param compiler what it was compiled with
 * @param configuration the arguments of its configure script; empty when unknown
 * @param freeThreaded whether it was built without the global lock
 * @param debug whether it is a debug build
 * @param ofDistribution whether a distribution built it: they turn optimization on behind configure's back (Debian runs {@code make profile-opt})
 */
record PythonBuild(String compiler, String configuration, boolean freeThreaded, boolean debug, boolean ofDistribution) {
    /** Whether it says how it was configured. */
    boolean configurationKnown() {
        return !configuration.isEmpty();
    }

    boolean profileGuided() {
        return configuration.contains("--enable-optimizations");
    }

    /** Whether it was surely built without profile-guided optimization. */
    boolean surelyUnguided() {
        return configurationKnown() && !profileGuided() && !ofDistribution;
    }

    private boolean linkTime() {
        return configuration.contains("--with-lto") && !configuration.contains("--with-lto=no");
    }

    /** The build in words. */
    String describe() {
        if (!configurationKnown()) {
            return "build flags unknown";
        }
        if (ofDistribution && !profileGuided()) {
            return "a distribution's build with unknown optimization";
        }
        return (profileGuided() ? "PGO" : "no PGO") + ", " + (linkTime() ? "LTO" : "no LTO");
    }
}
