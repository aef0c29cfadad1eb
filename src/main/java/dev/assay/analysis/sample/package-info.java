/** The samples of a trial, the series drawn from them, and which trials are compared. */
@NullMarked
package dev.assay.analysis.sample;

import org.jspecify.annotations.NullMarked;
