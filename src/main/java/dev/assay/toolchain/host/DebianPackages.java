package dev.assay.toolchain.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Debian and Ubuntu call the packages that bring a tool. */
public final class DebianPackages {
    private static final Path RELEASE = Path.of("/etc/os-release");

    private static final List<String> RECENT_RUST = List.of("rustc", "cargo");
    private static final List<String> RUST_OF_BOOKWORM = List.of("rustc-web", "cargo-web");

    private DebianPackages() {}

    /** A Rust that is new enough, on this system. */
    public static List<String> rust() {
        return rust(release(RELEASE));
    }

    /**
     * A Rust that is new enough. Debian 12 has 1.63, and beside it the one that browsers are built with. Ubuntu's first that is new enough is
     * 25.10's; of Ubuntu's older ones none is, so nothing is named there.
     *
     * @param release the lines of {@code /etc/os-release}
     */
    public static List<String> rust(List<String> release) {
        if (release.contains("VERSION_CODENAME=bookworm")) {
            return RUST_OF_BOOKWORM;
        }
        if (!release.contains("ID=ubuntu")) {
            return RECENT_RUST;
        }
        return release.stream()
                        .filter(line -> line.startsWith("VERSION_ID="))
                        .map(line -> line.replaceAll("[^0-9.]", ""))
                        .flatMap(version -> ToolVersion.parse(version).stream())
                        .anyMatch(version -> version.compareTo(new ToolVersion(25, 10)) >= 0)
                ? RECENT_RUST
                : List.of();
    }

    private static List<String> release(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
