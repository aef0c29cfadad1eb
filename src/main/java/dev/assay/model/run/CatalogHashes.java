package dev.assay.model.run;

import org.jspecify.annotations.Nullable;

/**
 * By what a run's catalog is recognized.
 *
 * @param catalogSha256 the catalog's hash; empty when nothing of it is measured
 * @param claimsSha256 the hash of the claims with their rules as they stood before the first sample; null where nothing was claimed, and in runs of
 *     old, which did not say
 */
public record CatalogHashes(String catalogSha256, @Nullable String claimsSha256) {
    /** Nothing of a catalog is measured. */
    public static final CatalogHashes NONE = new CatalogHashes("", null);
}
