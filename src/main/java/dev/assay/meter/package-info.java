/**
 * The conversation with the meter, the small native program that starts every measured process: a request out, a record in.
 *
 * <p>The meter's own code is in {@code src/main/rust}. Here live its protocol and its life: it is started once for a run, started again
 * when it dies, and told by the end of its input that the orchestrator is gone.
 */
@NullMarked
package dev.assay.meter;

import org.jspecify.annotations.NullMarked;
