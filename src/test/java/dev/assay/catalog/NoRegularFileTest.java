package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.WholeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a catalog that never end, or never begin: one message, and no waiting. */
class NoRegularFileTest {
    private static final String KIND = "it is a pipe, a socket or a device, not a regular file";

    @TempDir
    private Path root;

    private Fixture fixture = Fixture.at(Path.of(""));

    @BeforeEach
    void copy() {
        fixture = Fixture.copyTo(root);
    }

    /** JUnit warns of links that lead out of its folder. */
    @AfterEach
    void clear() throws IOException {
        for (String file :
                new String[] {Fixture.ADD, Fixture.CLAIMS, "safety/probes.json", "safety/moved.rs", "numeric/more"}) {
            Files.deleteIfExists(root.resolve(file));
        }
    }

    private String problems() {
        return String.join("\n", fixture.failure());
    }

    private void link(String file, String to) throws IOException {
        Files.deleteIfExists(root.resolve(file));
        Files.createDirectories(root.resolve(file).getParent());
        Files.createSymbolicLink(root.resolve(file), Path.of(to));
    }

    private void pipe(String file) throws IOException, InterruptedException {
        Files.deleteIfExists(root.resolve(file));
        Process process = new ProcessBuilder("mkfifo", root.resolve(file).toString()).start();
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {Fixture.ADD, Fixture.CLAIMS})
    void aPipeIsNotWaitedFor(String file) throws IOException, InterruptedException {
        pipe(file);

        assertThat(problems())
                .contains("ROOT/" + file + ": the file cannot be read (" + KIND + "); write a readable text file");
    }

    @ParameterizedTest
    @ValueSource(strings = {Fixture.ADD, Fixture.CLAIMS})
    void aDeviceWithoutAnEndIsNotRead(String file) throws IOException {
        link(file, "/dev/zero");

        assertThat(problems()).contains("ROOT/" + file + ": the file cannot be read (" + KIND + ")");
    }

    @Test
    void aSocketIsNotAManifest() throws IOException {
        Path socket = root.resolve(Fixture.ADD);
        Files.delete(socket);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            assertThat(problems()).contains("ROOT/" + Fixture.ADD + ": the file cannot be read (" + KIND + ")");
        }
    }

    /** Such a file is a regular one by its mode, and reading it waits for the kernel to say something. */
    @Test
    void aFileOfTheKernelsIsNotOpened() throws IOException {
        link(Fixture.ADD, "/proc/kmsg");

        assertThat(problems()).contains("ROOT/" + Fixture.ADD + ": the file is empty; write a JSON object");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve(Fixture.ADD).toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(problems())
                .contains("ROOT/" + Fixture.ADD + ": the file cannot be read (it is larger than "
                        + (WholeFile.MOST >> 20) + " MiB, which is the limit)");
    }

    @Test
    void theSourceOfAProbeIsARegularFileToo() throws IOException, InterruptedException {
        fixture.write("safety/probes.json", """
                {"schema": "assay.probes/1", "probes": [{"id": "safety/moved", "title": "Moved", "shows": "It does.",
                 "runtime": "rust", "edition": "2024", "source": "moved.rs", "expected": ["compiles"]}]}
                """);
        pipe("safety/moved.rs");

        assertThat(problems()).contains("safety/moved.rs, which cannot be read as UTF-8 text");
    }

    @Test
    void foldersOfTheSystemAreNotWalked() throws IOException {
        link("numeric/more", "/proc");

        assertThat(CatalogReader.read(root).workloads()).hasSize(2);
    }
}
