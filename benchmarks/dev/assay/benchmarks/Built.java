package dev.assay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a build or a run has built. */
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

    /** Assay itself. */
    static Path jar() {
        Path jar = Path.of("target", "assay.jar").toAbsolutePath();
        if (!Files.isReadable(jar)) {
            throw new IllegalStateException("there is no " + jar + " yet: build it with 'mvn package -DskipTests'");
        }
        return jar;
    }
}
