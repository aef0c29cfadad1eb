/** Finds cargo and rustc, and builds Rust programs. */
@NullMarked
package dev.assay.toolchain.rust;

import org.jspecify.annotations.NullMarked;
