package dev.assay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that a run has built. */
final class Built {
    private Built() {}

    /** The meter, or the program that does nothing. */
    static Path program(String name) {
        Path program = Path.of("target", "meter", "release", name).toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "there is no " + program
                            + " yet: build it with 'mvn exec:java -Dsuite=startup -Dprofile=smoke' and run the benchmarks from the project's root");
        }
        return program;
    }
}
