package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the process that runs now, after processes that did what they should not. */
class ScratchDirectoryTest {
    /** Of a name so long that the innermost folder's path has 100 KB, where a path may have 4. */
    private static final int LEVELS = 500;

    private static final String LONG_NAME = "d".repeat(200);

    @TempDir
    private Path folder;

    private ScratchDirectory scratch;
    private Path root;

    @BeforeEach
    void make() {
        root = folder.resolve("scratch");
        scratch = new ScratchDirectory(root);
    }

    /** Built from the inside outwards, for no call takes so long a path. */
    private static void nest(Path place) throws IOException {
        Path inner = Files.createDirectory(place.resolve(LONG_NAME));
        Files.writeString(inner.resolve("file"), "x");
        for (int level = 1; level < LEVELS; level++) {
            Path outer = Files.createDirectory(place.resolve("outer"));
            Files.move(inner, outer.resolve(LONG_NAME));
            inner = Files.move(outer, place.resolve(LONG_NAME));
        }
    }

    @Test
    void foldersThatNoPathReachesAreDeleted() throws IOException {
        nest(scratch.emptyDirectory());
        nest(root);
        assertThat(scratch.emptyDirectory()).isEmptyDirectory();
        scratch.close();
        assertThat(root).doesNotExist();
    }

    @Test
    void foldersAreDeletedWhateverTheirNames() throws IOException {
        Path cwd = scratch.emptyDirectory();
        for (int i = 0; i < 4; i++) {
            Files.createDirectories(cwd.resolve("to-be-deleted-" + i + "/to-be-deleted-0/to-be-deleted-1"));
        }
        assertThat(scratch.emptyDirectory()).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderThatIsClosedIsReplaced() throws IOException {
        Path cwd = scratch.emptyDirectory();
        Files.setPosixFilePermissions(cwd, PosixFilePermissions.fromString("---------"));
        assertThat(Files.getPosixFilePermissions(scratch.emptyDirectory()))
                .containsAll(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aLinkInTheWayIsNeitherFollowedNorWrittenThrough() throws IOException {
        Path victims = Files.createDirectories(folder.resolve("victims/cwd")).getParent();
        Path victim = Files.writeString(folder.resolve("victims/cwd/kept"), "precious");
        scratch.close();
        Files.createSymbolicLink(root, victims);
        scratch.prepare();
        scratch.emptyDirectory();
        Files.createSymbolicLink(scratch.stdout(), victim);
        Files.createSymbolicLink(scratch.stderr(), victim);
        assertThat(scratch.holdsOutput()).isFalse();
        scratch.prepare();
        assertThat(scratch.stdout()).doesNotExist();
        scratch.close();
        assertThat(Files.exists(root, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(victim).hasContent("precious");
    }

    @Test
    void roomIsLookedForWhateverIsInTheWay() throws IOException {
        scratch.close();
        Files.writeString(root, "a file in the folder's place");
        scratch.requireRoom();
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(root.resolve("room"), victim);
        scratch.requireRoom();
        assertThat(victim).hasContent("precious");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aFolderInThePlaceOfTheOutputGoes() throws IOException {
        Files.createDirectories(scratch.stdout().resolve("with/more"));
        scratch.prepare();
        assertThat(scratch.stdout()).doesNotExist();
    }

    @Test
    void ofAFileThatIsTooLargeForTheMemoryTheEndIsRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(scratch.stderr().toFile(), "rw")) {
            file.seek(10L << 30);
            file.write("last words".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(scratch.end(scratch.stderr(), 5)).asString().isEqualTo("words");
        assertThat(scratch.end(scratch.stderr(), 1 << 16)).hasSize(1 << 16);
    }

    @Test
    void aFileIsReadAndNoFileIsNothing() throws IOException {
        Files.writeString(scratch.stdout(), "42\n");
        assertThat(scratch.end(scratch.stdout(), 10)).asString().isEqualTo("42\n");
        assertThat(scratch.end(scratch.stderr(), 10)).isEmpty();
    }
}
