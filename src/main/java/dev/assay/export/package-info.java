/**
 * A run in the formats of others: pure functions from a result to the bytes of a file.
 *
 * <p>Each says what its consumer can read, and no more: times as they were measured, without warm-ups. What may be named by a stranger comes
 * out whole and cannot break out of its format. Nothing is read or written here.
 */
@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
