package dev.assay.run;

import dev.assay.model.AssayException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what programs have left: folders that they closed to themselves, folders nested so deep that no path reaches the innermost. It
 * follows no link and crosses no mount, for what lies beyond is somebody else's.
 *
 * <p>That nothing is mounted on a folder is not only read from the list of mounts, which may be old a moment later: every folder is renamed
 * before it is emptied and once more when it is open, which the kernel refuses for what something is mounted on (rename(2), EBUSY). What is
 * open stays the same folder whatever is mounted upon it later, and its files are deleted relative to it.
 */
final class FileRemover {
    private final Path staging;
    private final SecureDirectoryStream<Path> top;
    private final Deque<Path> folders = new ArrayDeque<>();
    private long moved;

    private FileRemover(Path staging, SecureDirectoryStream<Path> top) {
        this.staging = staging;
        this.top = top;
    }

    /**
     * Deletes a file, or a folder with all that is in it; nothing there is fine.
     *
     * @throws FileSystemException with what could not be deleted, and why. Then it and what is left beside it lie beside the path, in a
     *     folder of its name with a number; but if something is mounted below the path, all is left as it was found.
     */
    static void delete(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new FileSystemException(path.toString(), null, "a root is not ours to delete");
        }
        Mounts mount = Mounts.in(parent.toRealPath().resolve(path.getFileName()));
        if (mount != null) {
            throw mounted(mount.at(), mount.what());
        }
        Path staging = besides(path);
        Files.createDirectory(staging);
        try (DirectoryStream<Path> top = Files.newDirectoryStream(staging)) {
            if (!(top instanceof SecureDirectoryStream<Path> secure)) {
                throw new FileSystemException(path.toString(), null, "this system cannot delete relative to a folder");
            }
            new FileRemover(staging, secure).all(path);
        } finally {
            deleteIfEmpty(staging);
        }
    }

    /** What tells a folder from every other, such as one that was mounted on it: device and inode. */
    static @Nullable Object identity(Path folder) throws IOException {
        return Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /**
     * Empties a folder in which there are only files and empty folders, as most programs leave it, with a tenth of the work. Neither unlink(2)
     * nor rmdir(2) reaches through a mount.
     *
     * @param identity what the folder must be; null is never right
     * @return whether it is empty now; if not, the long way says why
     */
    static boolean emptyAtOnce(Path folder, @Nullable Object identity) {
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(folder)) {
            if (identity == null
                    || !(opened instanceof SecureDirectoryStream<Path> content)
                    || !identity.equals(content.getFileAttributeView(BasicFileAttributeView.class)
                            .readAttributes()
                            .fileKey())) {
                return false;
            }
            for (Path each : content) {
                Path name = each.getFileName();
                if (isDirectory(content, name)) {
                    content.deleteDirectory(name);
                } else {
                    content.deleteFile(name);
                }
            }
            return identity.equals(identity(folder));
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    /** A path beside another at which there is nothing; what has a number of its own gets another. */
    static Path besides(Path path) {
        String stem = stem(String.valueOf(path.getFileName()));
        int number = 1;
        Path free;
        do {
            free = path.resolveSibling(stem + "." + number++);
        } while (Files.exists(free, LinkOption.NOFOLLOW_LINKS));
        return free;
    }

    /** The name without its number. */
    static String stem(String name) {
        return name.replaceFirst("\\.[0-9]+$", "");
    }

    private void all(Path path) throws IOException {
        folders.add(renamed(isClosed(path) ? opened(path, besides(path)) : path));
        while (!folders.isEmpty()) {
            Path closed = folders.remove();
            open(closed);
            try (SecureDirectoryStream<Path> content =
                    top.newDirectoryStream(closed.getFileName(), LinkOption.NOFOLLOW_LINKS)) {
                Path folder = renamed(closed);
                empty(folder, content);
                Files.delete(folder);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
    }

    private void empty(Path folder, SecureDirectoryStream<Path> content) throws IOException {
        for (Path each : content) {
            Path name = each.getFileName();
            try {
                if (isDirectory(content, name)) {
                    remove(folder, content, name);
                } else {
                    content.deleteFile(name);
                }
            } catch (NoSuchFileException e) {
                // it is gone, which is what was wanted
            } catch (IOException e) {
                throw failed(folder.resolve(name), e);
            }
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> content, Path name) throws IOException {
        return content.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    /** An empty one goes at once, whoever's it is. Any other is moved up, to be emptied later. */
    private void remove(Path folder, SecureDirectoryStream<Path> content, Path name) throws IOException {
        try {
            content.deleteDirectory(name);
        } catch (DirectoryNotEmptyException e) {
            Path path = folder.resolve(name);
            if (isClosed(path)) {
                Path here;
                do {
                    here = folder.resolve(free());
                } while (Files.exists(here, LinkOption.NOFOLLOW_LINKS));
                path = opened(path, here);
            }
            folders.add(renamed(path));
        }
    }

    /**
     * Opens a folder under another name beside its own: there it may be renamed without being opened, which it could not be elsewhere, and
     * nothing is opened that something is mounted on.
     */
    private static Path opened(Path closed, Path here) throws IOException {
        try {
            Files.move(closed, here, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(closed, e);
        }
        open(here);
        return here;
    }

    /** Moves a folder to the top, whence paths are short; refused by the system if something is mounted on it. */
    private Path renamed(Path path) throws IOException {
        Path above = staging.resolve(free());
        try {
            return Files.move(path, above, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private String free() {
        return "to-be-deleted-" + moved++;
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            // what could not be deleted is in it, and was told
        }
    }

    private static boolean isClosed(Path folder) {
        return !Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder);
    }

    /** Opens a folder of our own to us. */
    static void open(Path folder) throws IOException {
        if (isClosed(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileSystemException failed(Path path, IOException cause) {
        String file = path.toString();
        try {
            Mounts mount = Mounts.in(path.toAbsolutePath());
            if (mount != null) {
                return mounted(mount.at(), mount.what());
            }
        } catch (IOException e) {
            // the system's own words have to do
        }
        return new FileSystemException(file, null, AssayException.reason(cause));
    }

    private static FileSystemException mounted(Path at, String what) {
        return new FileSystemException(at.toString(), null, "something is mounted there: " + what);
    }
}
