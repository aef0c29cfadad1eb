/** What is asked of a run: one list of options, from which the command line, the journal and {@code --resume} read. */
@NullMarked
package dev.assay.app.request;

import org.jspecify.annotations.NullMarked;
