/** Benchmarks of the harness itself, run by JMH and never part of the jar. */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
