package dev.assay.toolchain;

import dev.assay.model.AssayException.Storage;
import dev.assay.model.Sha256;
import dev.assay.model.run.RunHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What identifies the programs that are started: two builds of one source at one path are two programs. */
public final class Executables {
    private static final int BUFFER_BYTES = 1 << 16;

    private Executables() {}

    /**
     * The SHA-256 of each file, by its path; {@link RunHeader#UNREADABLE} for one that may be run and not read.
     *
     * @throws Storage if one cannot be read
     */
    public static SortedMap<String, String> hashes(Collection<Path> programs) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path program : programs) {
            hashes.computeIfAbsent(program.toString(), path -> hash(program));
        }
        return hashes;
    }

    /** Which of them are no longer what they were: other bytes, or gone. */
    public static List<String> changed(Map<String, String> hashes) {
        return hashes.entrySet().stream()
                .filter(program -> !isStill(Path.of(program.getKey()), program.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isStill(Path program, String hash) {
        try {
            return hash(program).equals(hash);
        } catch (Storage e) {
            return false;
        }
    }

    private static String hash(Path program) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream stream = Files.newInputStream(program)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (AccessDeniedException e) {
            return RunHeader.UNREADABLE;
        } catch (IOException e) {
            throw new Storage("Cannot read the program " + program, e, "Make it readable.");
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
