package dev.assay.chart;

import dev.assay.model.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A dot and its interval.
 *
 * @param x where, on the horizontal axis
 * @param y where, on the vertical axis
 * @param interval the interval of the value, which lies on the horizontal axis when the vertical one holds rows and on the vertical one otherwise; null for none
 * @param label the value in words, such as {@code 41.2× [40.8, 41.6]}
 */
public record DataPoint(double x, double y, @Nullable Interval interval, String label) {}
