/**
 * How numbers, durations, counts and foreign text are written for readers: one rule for each, the same at the terminal, in the page, in the
 * summary and in charts. It knows no other package.
 */
@NullMarked
package dev.assay.text;

import org.jspecify.annotations.NullMarked;
