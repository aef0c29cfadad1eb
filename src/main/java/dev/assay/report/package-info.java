/**
 * What people read: one HTML file a run and its summary in Markdown, as bytes; whoever calls decides where they go.
 *
 * <p>Templates lie beside the classes in the resources. They hold no logic: every text they show is made here, in records whose names end in {@code View}.
 * No claim is decided and no number is computed in this package.
 */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
