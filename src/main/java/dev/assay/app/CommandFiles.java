package dev.assay.app;

import dev.assay.model.AssayException.Storage;
import dev.assay.model.NativeText;
import dev.assay.model.Sha256;
import dev.assay.model.run.Command;
import dev.assay.model.run.RunHeader;
import dev.assay.toolchain.Executables;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user's command starts and reads, as far as it names it: the program, the interpreter that a script names, its input, and
 * every word of its arguments that is a file in the folder or a program on the PATH. What these load in turn is not looked for.
 */
final class CommandFiles {
    /** Between the words of what a shell would be given. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s;|&()<>\"'`=,]+");

    private static final int LONGEST_FIRST_LINE = 256;

    /** To read more would take longer than many a measurement. */
    private static final long LARGEST_BYTES = 256L << 20;

    private final Path directory;
    private final String path;
    private final List<String> found = new ArrayList<>();

    private CommandFiles(Path directory, String path) {
        this.directory = directory;
        this.path = path;
    }

    /**
     * One hash of all of it: where it is alike, the command is the same. Null where that cannot be known, as when a folder is named or a file
     * cannot be read.
     *
     * @param path the user's search path for programs
     */
    static @Nullable String hash(Command command, String path) {
        CommandFiles files = new CommandFiles(Objects.requireNonNull(command.directory(), "the user's folder"), path);
        try {
            files.program(NativeText.path(command.argv().get(0)));
            for (String argument : command.argv().subList(1, command.argv().size())) {
                files.words(argument);
            }
            if (command.stdin() != null) {
                files.file(command.stdin());
            }
            return Sha256.hash(files.found.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | Storage e) {
            return null;
        }
    }

    /** A program of several names does what it is called. */
    private void program(Path program) throws IOException {
        if (Files.isSymbolicLink(program) || ((Number) Files.getAttribute(program, "unix:nlink")).intValue() > 1) {
            found.add("called " + program);
        }
        file(program);
        try (InputStream stream = Files.newInputStream(program)) {
            String start = new String(stream.readNBytes(LONGEST_FIRST_LINE), StandardCharsets.ISO_8859_1);
            if (start.startsWith("#!")) {
                words(start.substring(2).lines().findFirst().orElse(""));
            }
        }
    }

    private void words(String text) throws IOException {
        for (String word : BETWEEN.split(text, -1)) {
            Optional<Path> named = word.isEmpty() ? Optional.empty() : named(word);
            if (named.isPresent()) {
                file(named.get());
            }
        }
    }

    /** What a word names from the folder, else on the PATH. */
    private Optional<Path> named(String word) {
        try {
            Path here = directory.resolve(NativeText.path(word));
            if (Files.isRegularFile(here) || Files.isDirectory(here)) {
                return Optional.of(here);
            }
            return word.contains("/")
                    ? Optional.empty()
                    : Stream.of(path.split(File.pathSeparator, -1))
                            .filter(entry -> !entry.isEmpty())
                            .map(entry ->
                                    directory.resolve(NativeText.path(entry)).resolve(word))
                            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                            .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void file(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, so Assay cannot tell which of its files matter");
        }
        if (Files.size(file) > LARGEST_BYTES) {
            found.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            return;
        }
        String hash = Executables.hashes(List.of(file)).values().iterator().next();
        if (hash.equals(RunHeader.UNREADABLE)) {
            throw new IOException(file + " cannot be read");
        }
        found.add(hash);
    }
}
