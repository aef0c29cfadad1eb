/**
 * Holds JSON that somebody wrote against our JSON Schemas, and says in plain words where it differs and what to do.
 *
 * <p>The only package that uses JSON Schema. It knows nothing of what the JSON means, and reads no files but the schemas.
 */
@NullMarked
package dev.assay.schema;

import org.jspecify.annotations.NullMarked;
