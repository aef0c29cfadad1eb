/**
 * Figures of a run: what they show as records, and their PNG files.
 *
 * <p>A {@link dev.assay.chart.Chart} says everything that a drawing needs (axes with their ticks, dots with their intervals, guide lines), so that the
 * PNG files drawn here and the inline SVG of the report cannot disagree. The only user of XChart, which no other room may see.
 */
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
