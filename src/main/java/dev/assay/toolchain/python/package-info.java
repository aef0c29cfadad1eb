/** Finds Pythons, installs their packages, and starts their programs. */
@NullMarked
package dev.assay.toolchain.python;

import org.jspecify.annotations.NullMarked;
