package dev.assay.toolchain.c;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.Warning;
import dev.assay.model.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file from which a C compiler takes flags beside those of its command line: clang's configuration (Clang Compiler User's Manual,
 * "Configuration files") or gcc's specs (Using GCC, "Specifying Subprocesses and the Switches to Pass to Them"). Some distributions need
 * theirs, so it stays in force and is said.
 *
 * @param file the file
 * @param sha256 the hash of its content, so that programs are built again when it changes
 */
record FlagsFile(Path file, String sha256) {
    private static final Pattern SAID = Pattern.compile("(?m)^(?:Configuration file:|Reading specs from) (/.+)$");
    private static final int SHOWN_HASH = 12;

    /** What a compiler says of itself when asked for its version, at length; empty for one without such a file. */
    static Optional<FlagsFile> in(String version) {
        return SAID.matcher(version)
                .results()
                .findFirst()
                .map(found -> of(Path.of(found.group(1).strip())));
    }

    private static FlagsFile of(Path file) {
        try {
            return new FlagsFile(file, Sha256.hash(WholeFile.read(file)));
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read the compiler's flags in " + file, e, "Make it readable.");
        }
    }

    /** In words. */
    String text() {
        return file + " (" + sha256.substring(0, SHOWN_HASH) + ")";
    }

    Warning warning(Path compiler) {
        return new Warning(
                "compiler-flags",
                compiler + " reads flags from " + file + ": they apply to every program that it compiles",
                "check whether it changes how programs are optimized, or move it away");
    }
}
