package dev.assay.toolchain.host;

import dev.assay.model.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with the files of a project, made anew. */
public final class GeneratedProject {
    private GeneratedProject() {}

    /**
     * Empties a folder and writes files into it.
     *
     * @param texts the texts of files
     * @param copies files, and what they are copies of
     * @throws AssayException.Storage if that is not possible
     */
    public static void write(Path folder, Map<Path, String> texts, Map<Path, Path> copies) {
        try {
            empty(folder);
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.writeString(text.getKey(), text.getValue());
            }
            for (Map.Entry<Path, Path> copy : copies.entrySet()) {
                Files.copy(copy.getValue(), copy.getKey());
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write to " + folder, e, AssayException.Storage.REMEDY);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inside = files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : inside) {
                Files.delete(file);
            }
        }
    }
}
