/**
 * Figures of a run: what they show as records, and their PNG files.
 *
 * <p>A {@link dev.assay.chart.Chart} says what is shown (axes with their ticks, dots with their intervals, guide lines), a
 * {@link dev.assay.chart.ChartLayout} where all of it lies. The PNG files, drawn here by XChart, and the inline SVG of the report draw the same
 * layout. The only user of XChart, which no other package may see.
 */
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
