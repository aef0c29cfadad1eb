/**
 * The words of the project as data: claims and their rules, workloads, trials, samples, comparisons, verdicts.
 *
 * <p>Every record validates itself in its constructor, holds no behavior beyond that of its own values, and knows nothing but the JDK and
 * how its values are written for readers:
 * no JSON, no process, no statistics. What is absent is {@code null}, never zero.
 */
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
