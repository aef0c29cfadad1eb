/** Tests of {@link dev.assay.export.Format}: what its consumers ask for, in their own words where they can be had. */
@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
