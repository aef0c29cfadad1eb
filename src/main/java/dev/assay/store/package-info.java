/**
 * Run folders: the journal that is appended line by line, {@code run.json} that follows from it, and the files beside them.
 *
 * <p>The only writer of Assay's own files. Everything but the journal is written whole or not at all.
 */
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
