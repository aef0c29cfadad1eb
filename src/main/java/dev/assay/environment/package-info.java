/**
 * The machine: what it is, how busy it is, and what about it makes figures worse.
 *
 * <p>It looks and never changes a setting; what could be better is a warning with what to do.
 */
@NullMarked
package dev.assay.environment;

import org.jspecify.annotations.NullMarked;
