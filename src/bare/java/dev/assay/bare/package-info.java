/** Tries the README's commands on bare systems. */
@NullMarked
package dev.assay.bare;

import org.jspecify.annotations.NullMarked;
