package dev.assay.environment;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The C library, whose allocator and start-up every program here uses. */
final class LibcVersion {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private LibcVersion() {}

    /** Its name and version. */
    static String version(CommandRunner runner, SystemFiles files) {
        CommandResult finished = runner.run(new Invocation(
                List.of("/usr/bin/getconf", "GNU_LIBC_VERSION"), Map.of("LC_ALL", "C"), Path.of("/"), LIMIT));
        if (finished.ok() && !finished.stdout().isBlank()) {
            return finished.stdout().strip();
        }
        boolean musl = files.names("/lib").stream().anyMatch(name -> name.startsWith("ld-musl-"));
        return musl ? "musl" : SystemSettings.UNKNOWN;
    }
}
