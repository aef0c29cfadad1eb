package dev.assay.cli;

import dev.assay.process.CommandRunner;
import dev.assay.toolchain.Builder;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small home of Assay's in a folder of a test's own: workloads that the test writes, the project's own meter. */
final class FixtureHome {
    private static final String CLAIMS = """
            {"schema": "assay.claims/1",
             "article": {"title": "T", "publisher": "P", "url": "https://example.org/", "published": "2025-01-01", "revised": "2025-01-02"},
             "claims": [{"id": "some.claim", "section": "S", "claim": "Something.", "expected": "not-tested", "untestable": "It is only an example."}]}
            """;

    private static boolean built;

    private final Path root;
    private final List<String> probes = new ArrayList<>();

    FixtureHome(Path root) throws IOException {
        this.root = root;
        buildTheMeter();
        Files.createDirectories(root.resolve("workloads"));
        Files.createDirectories(root.resolve("target"));
        Files.createDirectories(root.resolve("src/main"));
        Files.writeString(root.resolve("workloads/claims.json"), CLAIMS);
        Files.createSymbolicLink(
                root.resolve("src/main/rust"), AssayProcess.project().resolve("src/main/rust"));
        Files.createSymbolicLink(
                root.resolve("target/meter"), AssayProcess.project().resolve("target/meter"));
    }

    /** A test may be the first thing that runs on a fresh clone. */
    private static synchronized void buildTheMeter() {
        if (built) {
            return;
        }
        Path project = AssayProcess.project();
        BuildListener nobody = new BuildListener() {
            @Override
            public void step(String what) {}

            @Override
            public void detail(String line) {}
        };
        new Builder(new BuildPaths(project), new CommandRunner(), System.getenv(), ToolChoice.NONE, nobody)
                .buildMeter();
        built = true;
    }

    Path root() {
        return root;
    }

    /** Adds a probe, the suites' only ones being those that are added. */
    FixtureHome probe(String id, String runtime, String source, String program, String expected) throws IOException {
        Path suite = Files.createDirectories(root.resolve("workloads").resolve(id.substring(0, id.indexOf('/'))));
        Files.writeString(suite.resolve(source), program);
        probes.add("""
                {"id": "%s", "title": "T", "shows": "S", "runtime": "%s", "source": "%s", "expected": ["%s"]}
                """.formatted(id, runtime, source, expected));
        Files.writeString(
                suite.resolve("probes.json"),
                "{\"schema\": \"assay.probes/1\", \"probes\": [" + String.join(",", probes) + "]}");
        return this;
    }

    /** Adds a workload whose one program is this Python text; it is expected to print {@code 42}. */
    FixtureHome python(String id, String program) throws IOException {
        return workload(id, "python", "program.py", program);
    }

    /** Adds a workload with a program in Python and one in C. */
    FixtureHome pair(String id, String python, String c) throws IOException {
        Path folder = Files.createDirectories(root.resolve("workloads").resolve(id));
        Files.writeString(folder.resolve("program.py"), python);
        Files.writeString(folder.resolve("program.c"), c);
        manifest(
                folder,
                id,
                implementation("python", "std", "program.py") + ", " + implementation("c", "std", "program.c"));
        return this;
    }

    /** Adds a workload with one program. */
    FixtureHome workload(String id, String runtime, String source, String program) throws IOException {
        Path folder = Files.createDirectories(root.resolve("workloads").resolve(id));
        Files.writeString(folder.resolve(source), program);
        manifest(folder, id, implementation(runtime, "std", source));
        return this;
    }

    /** Adds a workload whose programs are two C programs, which are compared. */
    FixtureHome pairInC(String id, String program, String variant) throws IOException {
        Path folder = Files.createDirectories(root.resolve("workloads").resolve(id));
        Files.writeString(folder.resolve("program.c"), program);
        Files.writeString(folder.resolve("program.other.c"), variant);
        manifest(
                folder,
                id,
                implementation("c", "std", "program.c") + ", " + implementation("c", "other", "program.other.c"));
        return this;
    }

    /** Copies one of the project's own workloads, and gives its folder; Cargo gets a manifest that knows this one alone. */
    Path copyOf(String id) throws IOException {
        Path workloads = root.resolve("workloads");
        Path copy = Files.createDirectories(workloads.resolve(id));
        try (var files = Files.newDirectoryStream(
                AssayProcess.project().resolve("workloads").resolve(id))) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        String name = id.substring(id.indexOf('/') + 1);
        Files.writeString(workloads.resolve("Cargo.toml"), """
                [package]
                name = "copied"
                version = "0.1.0"
                edition = "2024"
                autobins = false

                [[bin]]
                name = "%s"
                path = "%s/%s.rs"
                """.formatted(id.replace('/', '-'), id, name));
        Files.writeString(workloads.resolve("Cargo.lock"), """
                version = 4

                [[package]]
                name = "copied"
                version = "0.1.0"
                """);
        return copy;
    }

    private static String implementation(String runtime, String variant, String source) {
        return "{\"runtime\": \"%s\", \"variant\": \"%s\", \"source\": \"%s\"}".formatted(runtime, variant, source);
    }

    private static void manifest(Path folder, String id, String implementations) throws IOException {
        Files.writeString(folder.resolve("workload.json"), """
                {"schema": "assay.workload/1", "id": "%s", "title": "T", "task": "t", "algorithm": "a", "trap": "t", "parameter": "n",
                 "sizes": {"smoke": 1, "quick": 1, "full": 1},
                 "expected": {"smoke": "42\\n", "quick": "42\\n", "full": "42\\n"},
                 "workTime": false, "threads": "one",
                 "implementations": [%s]}
                """.formatted(id, implementations));
    }
}
