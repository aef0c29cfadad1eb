package dev.assay.catalog;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** Finds the files of one name below a folder, in the order of their paths. Links are followed, loops are not. */
final class ManifestFinder extends SimpleFileVisitor<Path> {
    private static final List<Path> SYSTEM = List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

    private final Path root;
    private final String name;
    private final List<Path> found = new ArrayList<>();

    private ManifestFinder(Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /** The files of that name, but for those in hidden folders, in build output and below {@code /proc}, {@code /sys} and {@code /dev}. */
    static List<Path> find(Path root, String name) throws IOException {
        ManifestFinder walk = new ManifestFinder(root, name);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        Collections.sort(walk.found);
        return walk.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String last = folder.getFileName() == null ? "" : folder.getFileName().toString();
        boolean passedOver = !folder.equals(root) && (last.startsWith(".") || last.equals("target"));
        return passedOver || ofTheSystem(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** A link may lead into the system's own view of its processes and devices, which has no end. */
    private static boolean ofTheSystem(Path folder) {
        try {
            Path real = folder.toRealPath();
            return SYSTEM.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.endsWith(name)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }
}
