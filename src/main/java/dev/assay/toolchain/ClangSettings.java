package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.Warning;
import dev.assay.model.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file from which a clang takes flags beside those of its command line (Clang Compiler User's Manual, "Configuration files"). Some
 * distributions need theirs, so it stays in force and is said.
 *
 * @param file the file
 * @param sha256 the hash of its content, so that programs are built again when it changes
 */
record ClangSettings(Path file, String sha256) {
    private static final Pattern SAID = Pattern.compile("(?m)^Configuration file: (.+)$");
    private static final int SHOWN_HASH = 12;

    /** What a compiler says of itself when asked for its version; empty for one without such a file. */
    static Optional<ClangSettings> in(String version) {
        return SAID.matcher(version)
                .results()
                .findFirst()
                .map(found -> of(Path.of(found.group(1).strip())));
    }

    private static ClangSettings of(Path file) {
        try {
            return new ClangSettings(file, Sha256.of(WholeFile.read(file)));
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read clang's configuration " + file, e, "Make it readable.");
        }
    }

    /** In words. */
    String text() {
        return file + " (" + sha256.substring(0, SHOWN_HASH) + ")";
    }

    Warning warning() {
        return new Warning(
                "clang-configuration",
                "clang takes flags from " + file + " too: they are part of every program that it compiles",
                "look whether it changes how programs are optimised, or move it away");
    }
}
