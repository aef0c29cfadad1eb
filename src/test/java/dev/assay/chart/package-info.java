/** Tests of figures and their drawing. */
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
