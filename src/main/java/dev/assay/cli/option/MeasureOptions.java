package dev.assay.cli.option;

import dev.assay.app.AssayHome;
import dev.assay.model.AssayException.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that measure. */
public final class MeasureOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the run order, padding and hash seeds (default: random, and recorded).")
    @Nullable
    public Long seed;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description =
                    "The results folder (default: results in the project's root; with the jar, in the current folder).")
    @Nullable
    public Path results;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Time limit of a process, such as 500ms, 30s or 10m (default: 60s; for compare 10m).")
    @Nullable
    public String timeout;

    public long seed() {
        Long given = seed;
        return given != null ? given : ThreadLocalRandom.current().nextLong(1L << 32);
    }

    /**
     * Finds what is wrong with these options before anything is built.
     *
     * @throws Usage if something is
     */
    public void check(Duration usualTimeout) {
        Path folder = results;
        if (folder != null && folder.toString().isBlank()) {
            throw new Usage("--results= is empty. Give a folder, such as --results=results, or omit the option.");
        }
        timeout(usualTimeout);
    }

    public Path results(AssayHome home) {
        Path given = results;
        return given == null ? home.results() : given.toAbsolutePath().normalize();
    }

    public Duration timeout(Duration otherwise) {
        String given = timeout;
        return given == null ? otherwise : UnitParser.time("--timeout", given);
    }
}
