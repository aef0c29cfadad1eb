/** Tests of the page and the summary. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
