package dev.assay.app;

import dev.assay.model.AssayException.Usage;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of Assay itself: workloads and the meter's source lie there, and what is built goes under its {@code target}.
 *
 * @param root the folder
 * @param results where runs go when nothing else is said: under the root with Maven, under the current folder with the jar
 */
public record AssayHome(Path root, Path results) {

    /**
     * Finds it: {@code -Dassay.home}, else Maven's project, else the folder whose {@code target} holds the jar, else the current one.
     *
     * @param folder the current one
     * @throws Usage if there is no {@code workloads} folder in any of them
     */
    public static AssayHome find(Path folder) {
        Path current = folder.toAbsolutePath();
        String maven = System.getProperty("maven.multiModuleProjectDirectory");
        List<@Nullable Path> candidates = new ArrayList<>();
        String given = System.getProperty("assay.home");
        candidates.add(given == null ? null : Path.of(given));
        if (given == null) {
            candidates.add(maven == null ? null : Path.of(maven));
            candidates.add(besideTarget());
            candidates.add(current);
        }
        for (Path candidate : candidates) {
            if (candidate != null && Files.isDirectory(candidate.resolve("workloads"))) {
                Path root = candidate.toAbsolutePath().normalize();
                return new AssayHome(root, (maven == null ? current : root).resolve("results"));
            }
        }
        throw new Usage("Cannot find Assay's own folder: no 'workloads' in "
                + String.join(
                        ", ",
                        candidates.stream()
                                .filter(c -> c != null)
                                .map(Path::toString)
                                .toList())
                + ". Set it with -Dassay.home=DIR.");
    }

    private static @Nullable Path besideTarget() {
        try {
            Path code = Path.of(AssayHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = code.getParent();
            return folder == null ? null : folder.getParent();
        } catch (URISyntaxException | SecurityException e) {
            return null;
        }
    }

    public Path workloads() {
        return root.resolve("workloads");
    }

    public Path target() {
        return root.resolve("target");
    }
}
