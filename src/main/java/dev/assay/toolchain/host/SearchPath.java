package dev.assay.toolchain.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of a PATH variable, in order. */
public record SearchPath(List<Path> folders) {
    public SearchPath {
        folders = List.copyOf(folders);
    }

    /** Reads the variable's value. Relative and impossible entries are omitted: what they mean depends on where one stands. */
    public static SearchPath parse(String value) {
        List<Path> folders = new ArrayList<>();
        for (String entry : value.split(File.pathSeparator, -1)) {
            try {
                Path folder = Path.of(entry);
                if (folder.isAbsolute() && !folders.contains(folder)) {
                    folders.add(folder);
                }
            } catch (InvalidPathException e) {
                // a folder that cannot exist holds nothing
            }
        }
        return new SearchPath(folders);
    }

    /** The first executable file of that name. A name with a slash is a path and is not searched for. */
    public Optional<Path> find(String name) {
        return findAll(name).stream().findFirst();
    }

    /** Every executable file of that name, in order. */
    public List<Path> findAll(String name) {
        if (name.contains("/")) {
            return executable(Path.of(name).toAbsolutePath())
                    ? List.of(Path.of(name).toAbsolutePath())
                    : List.of();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(SearchPath::executable)
                .toList();
    }

    @Override
    public String toString() {
        return folders.isEmpty()
                ? "(the PATH is empty)"
                : String.join(", ", folders.stream().map(Path::toString).toList());
    }

    private static boolean executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
