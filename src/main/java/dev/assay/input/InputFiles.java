package dev.assay.input;

import dev.assay.model.AssayException;
import dev.assay.model.Profile;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.InputSpec;
import dev.assay.model.catalog.Workload;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Makes the files that programs get as their standard input, once, and knows them by their SHA-256. */
public final class InputFiles {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final SortedMap<String, LongFunction<InputGenerator>> GENERATORS = new TreeMap<>(Map.of(
            WordsGenerator.NAME, WordsGenerator::new,
            IntegersGenerator.NAME, IntegersGenerator::new,
            RecordsGenerator.NAME, RecordsGenerator::new,
            SourceGenerator.NAME, SourceGenerator::new,
            OrdersGenerator.NAME, OrdersGenerator::new,
            AccessLogGenerator.NAME, AccessLogGenerator::new));

    private final Path folder;

    /** With the folder for the files, which is made when it is needed. */
    public InputFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The input of a workload at a profile's size; made unless a file with the right hash is there.
     *
     * @return the file {@code <suite>-<name>-<size>.txt}
     * @throws IllegalArgumentException if the workload has no input
     * @throws AssayException.Malformed if the generator is unknown, or makes another file than the manifest says
     * @throws AssayException.Storage if the file cannot be written
     */
    public Path provide(Workload workload, Profile profile) {
        InputSpec input = workload.input();
        if (input == null) {
            throw new IllegalArgumentException("the workload " + workload.id() + " has no input");
        }
        Path file = folder.resolve(workload.id().replace('/', '-') + "-" + workload.size(profile) + ".txt");
        String wanted = input.sha256().get(profile);
        try {
            if (!Files.isRegularFile(file) || !hash(file).equals(wanted)) {
                make(workload, profile, input, file);
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write the input " + file, e, AssayException.Storage.REMEDY);
        }
        return file;
    }

    /**
     * The input of a workload at any size, which no manifest knows the hash of; made anew.
     *
     * @return the file {@code <suite>-<name>-any.txt}, whose content changes with the next call
     * @throws IllegalArgumentException if the workload has no input
     * @throws AssayException.Malformed if the generator is unknown
     * @throws AssayException.Storage if the file cannot be written
     */
    public Path ofSize(Workload workload, long size) {
        InputSpec input = workload.input();
        if (input == null) {
            throw new IllegalArgumentException("the workload " + workload.id() + " has no input");
        }
        Path file = folder.resolve(workload.id().replace('/', '-') + "-any.txt");
        LongFunction<InputGenerator> generator = generator(workload, input);
        try {
            Files.createDirectories(folder);
            write(generator.apply(input.seed()), size, file);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write the input " + file, e, AssayException.Storage.REMEDY);
        }
        return file;
    }

    private void make(Workload workload, Profile profile, InputSpec input, Path file) throws IOException {
        LongFunction<InputGenerator> generator = generator(workload, input);
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "input-", ".part");
        try {
            String got = write(generator.apply(input.seed()), workload.size(profile), unfinished);
            String wanted = input.sha256().get(profile);
            if (!got.equals(wanted)) {
                throw new AssayException.Malformed("The input of " + workload.id() + " for profile '" + profile + "' ("
                        + file + ") has SHA-256 " + got + ", but its workload.json says " + wanted
                        + "; fix input.sha256." + profile + " there.");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static LongFunction<InputGenerator> generator(Workload workload, InputSpec input) {
        LongFunction<InputGenerator> generator = GENERATORS.get(input.generator());
        if (generator == null) {
            throw new AssayException.Malformed("The workload " + workload.id() + " needs the input generator '"
                    + input.generator() + "', which does not exist; use one of "
                    + String.join(", ", GENERATORS.keySet()) + " as input.generator in its workload.json.");
        }
        return generator;
    }

    private static String write(InputGenerator generator, long size, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), BUFFER_BYTES)) {
            generator.write(size, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
