package dev.assay.toolchain.python;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.toolchain.host.BuildPaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The script that does a Python program's work again and again in one process. */
final class RepeatScript {
    private static final int SHOWN_HASH = 12;

    private RepeatScript() {}

    /**
     * The script as a file. Its name holds its hash: a command that names it starts the same script always, and no other run's is ever
     * written over.
     */
    static Path provide(BuildPaths places) {
        byte[] script = script();
        Path file =
                places.repeatScripts().resolve("repeat-" + Sha256.hash(script).substring(0, SHOWN_HASH) + ".py");
        try {
            if (!Files.isRegularFile(file)
                    || !Sha256.hash(Files.readAllBytes(file)).equals(Sha256.hash(script))) {
                Files.createDirectories(places.repeatScripts());
                Files.write(file, script);
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write " + file, e, AssayException.Storage.REMEDY);
        }
        return file;
    }

    private static byte[] script() {
        try (InputStream stream = Objects.requireNonNull(RepeatScript.class.getResourceAsStream("repeat.py"))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
