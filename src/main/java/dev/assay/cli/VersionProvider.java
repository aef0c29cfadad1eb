package dev.assay.cli;

import dev.assay.app.AssayVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Assay " + AssayVersion.current()};
    }
}
