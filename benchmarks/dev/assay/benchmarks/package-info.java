/** Benchmarks of the harness itself, mostly run by JMH, and simulations of its statistics; never part of the jar. */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
