package dev.assay.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file system of a few KiB in memory, mounted by root. Where nobody may mount one, the test is not run and says so. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK_BYTES = 4096;

    private final Path path;

    SmallDisk(Path path, int kib) throws IOException, InterruptedException {
        this(path, "size=" + kib + "k");
    }

    private SmallDisk(Path path, String options) throws IOException, InterruptedException {
        this.path = Files.createDirectories(path);
        String problem = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path.toString());
        assumeThat(problem)
                .as("this test needs a small disk of its own, which only root may mount: " + problem)
                .isEmpty();
    }

    /** One with room for that many files and folders, its own among them. */
    static SmallDisk ofFiles(Path path, int files) throws IOException, InterruptedException {
        return new SmallDisk(path, "nr_inodes=" + files);
    }

    void moreFiles(int files) throws IOException, InterruptedException {
        assumeThat(run("mount", "-o", "remount,nr_inodes=" + files, path.toString()))
                .isEmpty();
    }

    Path path() {
        return path;
    }

    /** Leaves not a byte. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream filler =
                Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return path.resolve("filler");
    }

    void readOnly() throws IOException, InterruptedException {
        String problem = run("mount", "-o", "remount,ro", path.toString());
        assumeThat(problem).isEmpty();
    }

    /** Empty when it went well. */
    private static String run(String... command) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of(command));
        Process process;
        try {
            process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "it did not work: " + words;
    }

    /** Lazily, for a process that is being killed may still hold a file there. */
    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
