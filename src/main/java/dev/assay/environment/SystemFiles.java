package dev.assay.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of {@code /proc}, {@code /sys} and the like. Where one is missing, or may not be read, its fact is unknown and nothing fails.
 *
 * @param root the root of the file system, or in tests a folder that stands for it
 */
record SystemFiles(Path root) {
    /** The text of a file without its line end; empty when it cannot be read. */
    Optional<String> read(String path) {
        try {
            return Optional.of(Files.readString(resolve(path)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean exists(String path) {
        return Files.exists(resolve(path));
    }

    /** The names in a folder, sorted; none when it cannot be read. */
    List<String> names(String folder) {
        try (Stream<Path> entries = Files.list(resolve(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path resolve(String path) {
        return root.resolve(path.startsWith("/") ? path.substring(1) : path);
    }
}
