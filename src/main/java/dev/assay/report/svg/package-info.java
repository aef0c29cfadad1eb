/** Charts as inline SVG. */
@NullMarked
package dev.assay.report.svg;

import org.jspecify.annotations.NullMarked;
