package dev.assay.model;

import dev.assay.model.catalog.HeadlinePairs;
import dev.assay.model.catalog.RuntimePair;

/** A runtime that only tests know: Zig, with which Rust is compared. */
public final class ExtraRuntime implements AutoCloseable {
    /** Its color on white. */
    public static final String COLOR = "#123456";

    private final Runtime runtime = new Runtime(
            "zig",
            "Zig",
            new RuntimeStyle(COLOR, "#654321", MarkerShape.TRIANGLE),
            Runtime.Trait.COMPILED,
            Runtime.Trait.MEASURABLE);
    private final RuntimePair pair = new RuntimePair(Runtime.RUST, runtime, Runtime.RUST);

    /** Makes it known until this is closed. */
    public ExtraRuntime() {
        Runtime.KNOWN.add(runtime);
        HeadlinePairs.add(pair);
    }

    public Runtime runtime() {
        return runtime;
    }

    @Override
    public void close() {
        HeadlinePairs.remove(pair);
        Runtime.KNOWN.remove(runtime);
    }
}
