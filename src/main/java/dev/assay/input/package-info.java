/** Writes the input files of workloads: words, integers, records and source text, drawn from one number sequence, so that every machine gets the same bytes. */
@NullMarked
package dev.assay.input;

import org.jspecify.annotations.NullMarked;
