package dev.assay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Assay, as the build wrote it. */
final class AssayVersion implements IVersionProvider {
    static String current() {
        Properties properties = new Properties();
        try (InputStream stream = AssayVersion.class.getResourceAsStream("/dev/assay/version.properties")) {
            if (stream == null) {
                throw new IllegalStateException("the build put no version.properties on the class path");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Assay " + current()};
    }
}
