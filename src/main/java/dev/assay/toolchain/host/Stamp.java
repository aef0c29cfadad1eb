package dev.assay.toolchain.host;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A small file beside something that was built, which says from what. By content, so that a fresh clone or a touched file changes nothing. */
public final class Stamp {
    private Stamp() {}

    /** Whether the stamp says just this. */
    public static boolean matches(Path stamp, String content) {
        try {
            return Files.readString(stamp).equals(content);
        } catch (IOException e) {
            return false;
        }
    }

    /** The first line of the stamp, or an empty text. */
    public static String firstLine(Path stamp) {
        try {
            return Files.readString(stamp).lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    public static void write(Path stamp, String content) {
        try {
            Files.writeString(stamp, content);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write " + stamp, e, AssayException.Storage.REMEDY);
        }
    }

    /**
     * One hash over files, their names within the folder among it.
     *
     * @param folder from where the names count
     * @param files which files
     */
    public static String hash(Path folder, List<Path> files) {
        MessageDigest digest = Sha256.digest();
        try {
            for (Path file : files.stream().sorted().toList()) {
                byte[] name = folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                byte[] content = Files.readAllBytes(file);
                digest.update((name.length + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(name);
                digest.update(content);
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read the sources in " + folder, e, "Make them readable.");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The regular files under a folder, however deep. */
    public static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot list the folder " + folder, e, "Make it readable.");
        }
    }
}
