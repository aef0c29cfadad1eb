/** Puts small mistakes into programs, by the same rules in Rust and in Python. Pure: from a text to texts. */
@NullMarked
package dev.assay.mutation;

import org.jspecify.annotations.NullMarked;
