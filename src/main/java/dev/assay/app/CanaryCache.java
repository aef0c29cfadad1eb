package dev.assay.app;

import dev.assay.model.AssayException.Storage;
import dev.assay.model.NativeText;
import dev.assay.model.Runtime;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.run.Command;
import dev.assay.plan.Planner;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The canary's program as it was built last, with a note of what it was built from and the result. By that it serves without the
 * toolchain, as long as neither has changed.
 *
 * @param canary whose program it is
 * @param note the file of the note
 */
record CanaryCache(FallbackCanary canary, Path note) {
    static CanaryCache of(AssayHome home, FallbackCanary canary) {
        return new CanaryCache(canary, home.target().resolve("canary.built"));
    }

    /** Notes what was built just now, if it was. */
    void remember(Programs programs) {
        if (!programs.has(canary.workload(), implementation())) {
            return;
        }
        try {
            Path program = programs.binary(canary.workload(), implementation()).orElseThrow();
            Files.write(note, List.of(program.toString(), sources(), hash(program)));
        } catch (IOException e) {
            throw new Storage("Cannot write " + note, e, "Free some space or fix its permissions.");
        }
    }

    /** How it is started; nothing when it is not there, or not what these sources make. */
    Optional<Planner.Commands> commands(PreparedTools workbench) {
        try {
            List<String> lines = Files.readAllLines(note);
            if (lines.size() != 3) {
                return Optional.empty();
            }
            Path program = Path.of(lines.get(0));
            if (!lines.get(1).equals(sources()) || !lines.get(2).equals(hash(program))) {
                return Optional.empty();
            }
            return Optional.of((workload, implementation, profile, arguments) -> {
                List<String> argv = new ArrayList<>(List.of(NativeText.of(program.toString())));
                argv.addAll(arguments);
                return new Command(argv, workbench.cleanEnvironment(), null, null);
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Implementation implementation() {
        return canary.workload().implementations().stream()
                .filter(program -> program.primary() && program.runtime() == Runtime.RUST)
                .findFirst()
                .orElseThrow();
    }

    private String sources() throws IOException {
        Path root = canary.catalog().root();
        Path source = canary.catalog()
                .folder(canary.workload())
                .resolve(implementation().source());
        return hash(source) + " " + hash(root.resolve("Cargo.toml")) + " " + hash(root.resolve("Cargo.lock"));
    }

    private static String hash(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Sha256.hash(content);
        }
    }
}
