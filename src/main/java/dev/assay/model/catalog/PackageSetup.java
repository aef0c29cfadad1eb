package dev.assay.model.catalog;

/**
 * A package as somebody published it once.
 *
 * @param name its name in the registry
 * @param version its version
 * @param pins the file that pins it and what it needs, relative to the suite's folder: a {@code Cargo.lock}, or requirements of pip with hashes
 */
public record PackageSetup(String name, String version, String pins) {}
