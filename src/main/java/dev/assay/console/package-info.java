/**
 * What a person at the terminal sees: results on the standard output, progress and warnings on the standard error.
 *
 * <p>The only user of the standard streams.
 */
@NullMarked
package dev.assay.console;

import org.jspecify.annotations.NullMarked;
