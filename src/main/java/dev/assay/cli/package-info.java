/**
 * The command line: options, commands, and the one place where all packages are put together.
 *
 * <p>{@link dev.assay.cli.Main} shows the whole way; nothing may know this package.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
