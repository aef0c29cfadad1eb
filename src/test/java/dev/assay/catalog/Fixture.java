package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.AssayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small catalog among the test resources, to be spoiled by a test. */
final class Fixture {
    static final String ADD = "numeric/add/workload.json";
    static final String COUNT = "text/count/workload.json";
    static final String CLAIMS = "claims.json";

    private static final Path SMALL = Path.of("src/test/resources/catalog/small");

    private final Path root;

    private Fixture(Path root) {
        this.root = root;
    }

    /** What lies in a folder already. */
    static Fixture at(Path root) {
        return new Fixture(root);
    }

    static Fixture copyTo(Path root) {
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fixture(root);
    }

    Path root() {
        return root;
    }

    /** Replaces a text that must be there. */
    Fixture replace(String file, String old, String with) {
        String content = read(file);
        assertThat(content).contains(old);
        return write(file, content.replace(old, with));
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Fixture write(String file, String content) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Fixture delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The lines of the message with which reading must fail; the root is shown as {@code ROOT}. */
    List<String> failure() {
        AssayException.Malformed failure =
                catchThrowableOfType(AssayException.Malformed.class, () -> CatalogReader.read(root));
        assertThat(failure).as("reading must fail").isNotNull();
        return String.valueOf(failure.getMessage())
                .replace(root.toString(), "ROOT")
                .lines()
                .toList();
    }

    /** The one problem for which reading must fail. */
    String problem() {
        List<String> lines = failure();
        assertThat(lines).hasSize(2).first().isEqualTo("The catalog in ROOT has a problem:");
        return lines.get(1).strip();
    }
}
