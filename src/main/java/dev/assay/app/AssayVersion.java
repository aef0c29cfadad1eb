package dev.assay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Assay, as the build wrote it. */
public final class AssayVersion {
    private AssayVersion() {}

    /** The version as {@code major.minor.patch}, with a suffix where it is not released. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream stream = AssayVersion.class.getResourceAsStream("/dev/assay/version.properties")) {
            if (stream == null) {
                throw new IllegalStateException("version.properties is missing from the class path");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
