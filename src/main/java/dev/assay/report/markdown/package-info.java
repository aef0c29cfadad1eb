/** Runs in Markdown. */
@NullMarked
package dev.assay.report.markdown;

import org.jspecify.annotations.NullMarked;
