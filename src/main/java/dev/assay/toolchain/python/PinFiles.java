package dev.assay.toolchain.python;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files in a catalog's root that pin Python packages: {@code requirements.txt}, and {@code requirements-<group>.txt} for packages that only
 * some programs need. Each file is installed as a whole, into an environment of its own.
 */
final class PinFiles {
    private static final String FIRST = "requirements.txt";

    private static final Pattern NAME = Pattern.compile("requirements(-[a-z0-9-]+)?\\.txt");
    private static final Pattern PINNED = Pattern.compile("(?m)^([A-Za-z0-9][A-Za-z0-9._-]*)==");

    private PinFiles() {}

    /**
     * One of the files.
     *
     * @param path where it is
     * @param content its text
     */
    record PinFile(Path path, String content) {
        /** The names of the packages that it pins. A name with several versions comes several times. */
        List<String> packages() {
            return PINNED.matcher(content)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        private boolean pins(String need) {
            return packages().stream().anyMatch(need::equalsIgnoreCase);
        }
    }

    /**
     * The first file that pins all of these packages: {@code requirements.txt}, then the others by name.
     *
     * @throws ToolchainFailure if there is no such file, with the packages that no file pins
     */
    static PinFile choose(Path catalogRoot, List<String> needs) {
        List<PinFile> files = in(catalogRoot);
        for (PinFile file : files) {
            if (needs.stream().allMatch(file::pins)) {
                return file;
            }
        }
        for (String need : needs) {
            if (files.stream().noneMatch(file -> file.pins(need))) {
                throw new ToolchainFailure(catalogRoot.resolve(FIRST)
                        + (files.size() > 1 ? " and the files requirements-*.txt beside it do" : " does")
                        + " not pin the package '" + need + "'; add it to one of them with version and hashes");
            }
        }
        throw new ToolchainFailure("no file requirements*.txt in " + catalogRoot + " pins all of "
                + String.join(", ", needs) + "; pin them together in one of them");
    }

    private static List<PinFile> in(Path catalogRoot) {
        if (!Files.isDirectory(catalogRoot)) {
            return List.of();
        }
        List<PinFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(catalogRoot)) {
            List<Path> paths = listed.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing((Path path) -> !path.endsWith(FIRST))
                            .thenComparing(Path::getFileName))
                    .toList();
            for (Path path : paths) {
                files.add(read(path));
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot list " + catalogRoot, e, "Make it readable.");
        }
        return files;
    }

    private static PinFile read(Path path) {
        try {
            return new PinFile(path, new String(WholeFile.read(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read " + path, e, "Make it readable.");
        }
    }
}
