package dev.assay.model.result;

/**
 * How a figure is spread over its samples; quantiles of type 7.
 *
 * @param min the smallest
 * @param q25 a quarter lies below
 * @param median half lies below
 * @param q75 three quarters lie below
 * @param max the largest
 */
public record Distribution(double min, double q25, double median, double q75, double max) {}
