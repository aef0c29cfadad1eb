/** The use cases: measure, resume, compare, verify, publish, keep the history. Nothing here knows the command line or its exit codes, so a Java program can start a run, too. */
@NullMarked
package dev.assay.app;

import org.jspecify.annotations.NullMarked;
