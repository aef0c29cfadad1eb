/** Finds the C compiler, and builds C programs. */
@NullMarked
package dev.assay.toolchain.c;

import org.jspecify.annotations.NullMarked;
