package dev.assay.run;

import dev.assay.model.AssayException.Storage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the process that runs now: an empty folder to run in, and what it prints. */
final class Scratch implements AutoCloseable {
    private final Path root;

    Scratch(Path root) {
        this.root = root;
        attempt(() -> Files.createDirectories(root));
    }

    Path stdout() {
        return root.resolve("stdout");
    }

    Path stderr() {
        return root.resolve("stderr");
    }

    /** The folder that programs run in; emptied when one has left something there. */
    Path emptyDirectory() {
        Path directory = root.resolve("cwd");
        attempt(() -> {
            if (!isEmptyDirectory(directory)) {
                delete(directory);
                Files.createDirectory(directory);
            }
        });
        return directory;
    }

    private static boolean isEmptyDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        attempt(() -> delete(root));
    }

    private interface Action {
        void run() throws IOException;
    }

    private void attempt(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Storage failure(IOException cause) {
        return new Storage("Cannot use the folder " + root + " for the programs' output (" + cause
                + "): free some space or mend its permissions. What was measured before is kept.");
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
