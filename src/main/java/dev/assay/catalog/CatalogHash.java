package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.WholeFile;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hash that tells catalogs apart: over the claims, every manifest and list of probes, every program in them, and what pins the builds
 * and the packages that they need.
 *
 * <p>Files come in the order of their paths below the root, whatever the order in which the file system lists them. Each enters as its path,
 * its length and its content; with the lengths, no two sets of files run into the same bytes.
 */
final class CatalogHash {
    /** What a catalog may go without. */
    private static final List<String> ROOT_FILES =
            List.of(ClaimsFile.NAME, "Cargo.toml", "Cargo.lock", "crates/Cargo.toml", "crates/Cargo.lock");

    private static final Pattern PYTHON_PINS = Pattern.compile("requirements(-[a-z0-9-]+)?\\.txt");

    private CatalogHash() {}

    static String compute(Path root, List<Workload> workloads, List<Probe> probes) {
        MessageDigest digest = Sha256.digest();
        for (String path : paths(root, workloads, probes)) {
            add(digest, path.getBytes(StandardCharsets.UTF_8));
            add(digest, content(root.resolve(path)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static NavigableSet<String> paths(Path root, List<Workload> workloads, List<Probe> probes) {
        NavigableSet<String> paths = new TreeSet<>();
        for (Workload workload : workloads) {
            paths.add(workload.id() + "/" + WorkloadFiles.NAME);
            for (Implementation implementation : workload.implementations()) {
                paths.add(workload.id() + "/" + implementation.source());
                implementation.shared().forEach(file -> paths.add(workload.suite() + "/" + file));
                Implementation.Extension extension = implementation.extension();
                if (extension != null) {
                    paths.add(workload.id() + "/" + extension.source());
                }
            }
        }
        for (Probe probe : probes) {
            paths.add(probe.suite() + "/" + ProbeFiles.NAME);
            paths.add(probe.path());
            MutationSetup mutation = probe.procedure().mutation();
            if (mutation != null) {
                Stream.of(mutation.tests(), mutation.input(), mutation.output())
                        .forEach(file -> paths.add(probe.suite() + "/" + file));
            }
        }
        ROOT_FILES.stream()
                .filter(file -> Files.isRegularFile(root.resolve(file)))
                .forEach(paths::add);
        paths.addAll(pythonPins(root));
        return paths;
    }

    private static List<String> pythonPins(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> PYTHON_PINS.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new AssayException.Malformed(
                    "Cannot read " + root + " (" + AssayException.reason(e) + "). It must be a readable folder.");
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }

    private static byte[] content(Path file) {
        try {
            return WholeFile.read(file);
        } catch (IOException e) {
            throw new AssayException.Malformed(
                    "Cannot read " + file + " (" + AssayException.reason(e) + "). It must be a readable text file.");
        }
    }
}
