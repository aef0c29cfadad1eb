/**
 * Reads the catalog: the manifests of the workloads and the claims of the article, and picks what is asked for.
 *
 * <p>Whatever is wrong in a file ends as one line that
 * names the file, the line, the field and what to do; all lines come together in one {@link dev.assay.model.AssayException.Malformed}.
 * Nothing is run, built or written here.
 */
@NullMarked
package dev.assay.catalog;

import org.jspecify.annotations.NullMarked;
