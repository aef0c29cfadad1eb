/** Finds the compilers of C and C++, and builds programs in both. */
@NullMarked
package dev.assay.toolchain.c;

import org.jspecify.annotations.NullMarked;
