/**
 * What is run and in which order: trials, groups that are compared, and blocks that follow from a seed.
 *
 * <p>A plan is immutable and pure: block {@code k} is a function of the seed, the catalog, the options, {@code k} and of how many blocks each
 * workload has had before it. Nothing here starts a process or knows a file.
 */
@NullMarked
package dev.assay.plan;

import org.jspecify.annotations.NullMarked;
