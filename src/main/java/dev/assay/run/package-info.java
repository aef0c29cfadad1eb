/**
 * Drives a plan: one process after the other through the meter, its output checked, its sample journalled at once.
 *
 * <p>{@code BudgetScheduler} decides which workloads go on. Nothing here decides what figures mean, and nothing prints: a {@link dev.assay.run.RunListener} is told.
 */
@NullMarked
package dev.assay.run;

import org.jspecify.annotations.NullMarked;
