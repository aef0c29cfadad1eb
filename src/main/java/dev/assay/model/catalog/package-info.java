/** What can be measured and claimed: workloads with their programs, probes, claims with their rules. */
@NullMarked
package dev.assay.model.catalog;

import org.jspecify.annotations.NullMarked;
