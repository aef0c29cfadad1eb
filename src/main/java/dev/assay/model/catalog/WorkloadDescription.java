package dev.assay.model.catalog;

/**
 * What a manifest tells its readers.
 *
 * @param title a name for readers
 * @param task what is computed
 * @param algorithm the algorithm that all programs share
 * @param trap what would make the comparison unfair, and how that is met
 * @param parameter what the size counts, such as {@code steps}
 */
public record WorkloadDescription(String title, String task, String algorithm, String trap, String parameter) {}
