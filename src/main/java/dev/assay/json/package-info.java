/** How the model's records look in JSON: in the catalog's files as in Assay's own. The model itself does not know it. */
@NullMarked
package dev.assay.json;

import org.jspecify.annotations.NullMarked;
