package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A folder with the example of a user's catalog, word for word as {@code workloads/README.md} shows it. */
record OwnCatalog(Path root) {
    private static final Pattern SHOWN = Pattern.compile("`([A-Za-z./]+)` is\\n\\n((?:(?: {4}.*)?\\n)+)");

    /** Writes what the page shows, but for {@code claims.json}; with the lock file that cargo would make of it. */
    static OwnCatalog writtenTo(Path root) throws IOException {
        OwnCatalog catalog = new OwnCatalog(root);
        for (String file :
                List.of("digits/sum/workload.json", "digits/sum/sum.rs", "digits/sum/sum.py", "Cargo.toml")) {
            catalog.writeShown(file);
        }
        return catalog.write("Cargo.lock", """
                version = 4

                [[package]]
                name = "my-workloads"
                version = "0.1.0"
                """);
    }

    /** Writes one file as the page shows it. */
    OwnCatalog writeShown(String file) throws IOException {
        String page = Files.readString(AssayProcess.project().resolve("workloads/README.md"));
        Matcher shown = SHOWN.matcher(page.substring(page.indexOf("## A catalog of your own")));
        while (shown.find()) {
            if (shown.group(1).endsWith(file)) {
                return write(file, shown.group(2).replaceAll("(?m)^ {4}", "").strip() + "\n");
            }
        }
        throw new AssertionError("workloads/README.md shows no " + file);
    }

    OwnCatalog write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
        return this;
    }

    OwnCatalog replace(String file, String words, String others) throws IOException {
        String content = Files.readString(root.resolve(file));
        if (!content.contains(words)) {
            throw new AssertionError(file + " does not say " + words);
        }
        return write(file, content.replace(words, others));
    }

    /** Everything in it, by its path and with its content. */
    NavigableMap<String, String> content() throws IOException {
        try (var files = Files.walk(root)) {
            return files.collect(Collectors.toMap(
                    file -> root.relativize(file).toString(), OwnCatalog::text, (one, other) -> one, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.isDirectory(file) ? "a folder" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
