package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Article;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Catalog;
import dev.assay.model.ExpectedOutput;
import dev.assay.model.Implementation;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.Source;
import dev.assay.model.ThreadUse;
import dev.assay.model.Workload;
import dev.assay.process.CommandRunner;
import dev.assay.process.Finished;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project of its own, built by the compilers of this machine. */
class BuilderIT {
    private static final Implementation C = new Implementation(Runtime.C, "std", "hello.c", List.of());
    private static final Implementation C_LOUD = new Implementation(Runtime.C, "loud", "hello.c", List.of("-DLOUD"));
    private static final Implementation PYTHON = new Implementation(Runtime.PYTHON, "std", "hello.py", List.of());
    private static final Implementation RUST = new Implementation(Runtime.RUST, "std", "hello.rs", List.of());

    @TempDir
    Path folder;

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private Path root = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        root = Files.createDirectories(folder.resolve("ein Prüfstand"));
        environment.put("RUSTFLAGS", "--cfg leaked");
        environment.put("CFLAGS", "-DLEAKED");
        write("workloads/demo/hello/hello.c", """
                #include <stdio.h>
                #ifdef LOUD
                #define TEXT "HELLO"
                #else
                #define TEXT "hello"
                #endif
                int main(void) { puts(TEXT); return 0; }
                """);
        write("workloads/demo/hello/hello.py", "print('hello')\n");
        write("workloads/demo/hello/hello.rs", """
                fn main() {
                    println!("{}", if cfg!(leaked) { "leaked" } else { "hello" });
                }
                """);
        write("workloads/Cargo.toml", manifest("workloads-for-tests", "demo-hello", "demo/hello/hello.rs"));
        write("workloads/Cargo.lock", lock("workloads-for-tests"));
        write(
                "src/main/rust/Cargo.toml",
                manifest("meter-for-tests", "meter", "src/meter.rs")
                        + "\n[[bin]]\nname = \"noop\"\npath = \"src/meter.rs\"\n");
        write("src/main/rust/Cargo.lock", lock("meter-for-tests"));
        write("src/main/rust/src/meter.rs", "fn main() {}\n");
    }

    @Test
    void buildsEveryLanguageAndTheMeter() {
        Workload hello = workload(RUST, PYTHON, C, C_LOUD);
        Programs programs = build(hello, EnumSet.of(Runtime.RUST, Runtime.PYTHON, Runtime.C));

        assertThat(output(programs.argv(hello, RUST))).isEqualTo("hello\n");
        assertThat(output(programs.argv(hello, PYTHON))).isEqualTo("hello\n");
        assertThat(output(programs.argv(hello, C))).isEqualTo("hello\n");
        assertThat(output(programs.argv(hello, C_LOUD))).isEqualTo("HELLO\n");
        assertThat(programs.meter()).isExecutable();
        assertThat(programs.noop()).isExecutable();
        assertThat(programs.toolchains())
                .extracting(toolchain -> toolchain.runtime())
                .containsExactly(Runtime.RUST, Runtime.PYTHON, Runtime.C);
        assertThat(programs.binary(hello, PYTHON)).isEmpty();
        assertThat(programs.binary(hello, C_LOUD)).hasValue(root.resolve("target/workloads/c/demo-hello-loud"));
        assertThat(programs.buildCommand(hello, C_LOUD))
                .endsWith("-std=c17 -O3 -ffp-contract=off -Wall -Wextra -o target/workloads/c/demo-hello-loud"
                        + " workloads/demo/hello/hello.c -DLOUD");
        assertThat(programs.buildCommand(hello, RUST))
                .isEqualTo("cargo build --release --locked --manifest-path workloads/Cargo.toml"
                        + " --target-dir target/workloads/rust --bin demo-hello");
        assertThat(steps)
                .containsExactly(
                        "building the meter",
                        "building the Rust program demo-hello",
                        "building demo/hello in C",
                        "building demo/hello in C, loud");
    }

    @Test
    void buildsOnlyWhatIsAskedFor() {
        Workload hello = workload(RUST, PYTHON, C);
        Programs programs = build(hello, EnumSet.of(Runtime.C));

        assertThat(programs.has(hello, C)).isTrue();
        assertThat(programs.has(hello, PYTHON)).isFalse();
        assertThat(steps).containsExactly("building the meter", "building demo/hello in C");
        assertThatThrownBy(() -> programs.argv(hello, RUST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo/hello:rust:std");
    }

    @Test
    void compilesAgainOnlyWhatHasChanged() throws IOException {
        Workload hello = workload(C, C_LOUD);
        build(hello, EnumSet.of(Runtime.C));
        steps.clear();
        build(hello, EnumSet.of(Runtime.C));
        assertThat(steps).isEmpty();

        write("workloads/demo/hello/hello.c", "#include <stdio.h>\nint main(void) { puts(\"new\"); return 0; }\n");
        Programs programs = build(hello, EnumSet.of(Runtime.C));
        assertThat(steps).hasSize(2);
        assertThat(output(programs.argv(hello, C))).isEqualTo("new\n");

        steps.clear();
        write("workloads/demo/hello/beside.h", "#define X\n");
        build(hello, EnumSet.of(Runtime.C));
        assertThat(steps).hasSize(2);
    }

    @Test
    void showsTheLastWordsOfACompilerThatFails() throws IOException {
        write("workloads/demo/hello/hello.c", "int main(void) { return missing; }\n");
        Workload hello = workload(C);

        assertThatThrownBy(() -> build(hello, EnumSet.of(Runtime.C)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("Building demo/hello in C failed")
                .hasMessageContaining("-o target/workloads/c/demo-hello workloads/demo/hello/hello.c")
                .hasMessageContaining("missing");
        assertThat(root.resolve("target/workloads/c/demo-hello")).doesNotExist();
    }

    @Test
    void showsTheLastWordsOfCargo() throws IOException {
        write("workloads/demo/hello/hello.rs", "fn main() { missing(); }\n");
        Workload hello = workload(RUST);

        assertThatThrownBy(() -> build(hello, EnumSet.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("--bin demo-hello")
                .hasMessageContaining("E0425");
    }

    @Test
    void measuresWithoutCargoWhenTheMeterIsBuilt() throws IOException {
        Workload hello = workload(C);
        build(hello, EnumSet.of(Runtime.C));
        // a folder that may hold a distribution's cargo stays off the PATH
        FakeTools tools = new FakeTools(folder).real("cc").real("ld").real("as");
        environment.put("PATH", tools.bin().toString());
        Programs programs = build(hello, EnumSet.of(Runtime.C));

        assertThat(programs.meter()).isExecutable();
        assertThat(programs.toolchains()).hasSize(1);
        assertThatThrownBy(() -> build(workload(RUST), EnumSet.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("cargo");
        write("src/main/rust/src/meter.rs", "fn main() { println!(); }\n");
        assertThatThrownBy(() -> build(hello, EnumSet.of(Runtime.C)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("The Rust programs and the meter need it.");
    }

    @Test
    void aBrokenRustDoesNotStandInTheWayOfOtherPrograms() throws IOException {
        Workload hello = workload(C);
        build(hello, EnumSet.of(Runtime.C));
        FakeTools tools = new FakeTools(folder).real("cc").real("ld").real("as");
        tools.tool("cargo", "exit 1").tool("rustc", "exit 1");
        environment.put("PATH", tools.bin().toString());

        assertThat(build(hello, EnumSet.of(Runtime.C)).meter()).isExecutable();
        assertThatThrownBy(() -> build(workload(RUST), EnumSet.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("does not work");
    }

    @Test
    void namesTheLinesThatCargosManifestLacks() throws IOException {
        write("workloads/Cargo.toml", manifest("programs", "something-else", "demo/hello/hello.rs"));
        write("workloads/Cargo.lock", lock("programs"));
        Workload hello = workload(RUST);

        assertThatThrownBy(() -> build(hello, EnumSet.of(Runtime.RUST)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(root.resolve("workloads/Cargo.toml") + " does not know the program 'demo-hello'")
                .hasMessageEndingWith("[[bin]]\nname = \"demo-hello\"\npath = \"demo/hello/hello.rs\"");
        Files.delete(root.resolve("workloads/Cargo.toml"));
        assertThatThrownBy(() -> build(hello, EnumSet.of(Runtime.RUST)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("Cargo.toml is not there");
    }

    @Test
    void givesTheTextsOfThePrograms() throws IOException {
        Workload hello = workload(PYTHON, C);
        Programs programs = build(hello, EnumSet.of(Runtime.PYTHON, Runtime.C));
        List<Source> sources = programs.sources(catalog(hello), List.of(hello));

        assertThat(sources).extracting(Source::path).containsExactly("demo/hello/hello.py", "demo/hello/hello.c");
        assertThat(sources.get(0).text()).isEqualTo("print('hello')\n");
        assertThat(sources.get(0).binaryBytes()).isZero();
        assertThat(sources.get(1).binaryBytes())
                .isEqualTo(Files.size(programs.binary(hello, C).orElseThrow()));
    }

    private Programs build(Workload workload, Set<Runtime> runtimes) {
        return new Builder(new Places(root), new CommandRunner(), environment, null, new BuildListener() {
                    @Override
                    public void step(String what) {
                        steps.add(what);
                    }

                    @Override
                    public void detail(String line) {
                        assertThat(line).doesNotContain("\u001b");
                    }
                })
                .build(catalog(workload), List.of(workload), runtimes);
    }

    private Catalog catalog(Workload workload) {
        return new Catalog(
                root.resolve("workloads"), List.of(workload), new Article("", "", "", "", ""), List.of(), "");
    }

    private static Workload workload(Implementation... implementations) {
        Map<Profile, Long> sizes = new HashMap<>();
        Map<Profile, ExpectedOutput> expected = new HashMap<>();
        for (Profile profile : Profile.values()) {
            sizes.put(profile, 1L);
            expected.put(profile, new ExpectedOutput("hello\n"));
        }
        return new Workload(
                "demo/hello",
                "Hello",
                "",
                "",
                "",
                "n",
                sizes,
                expected,
                false,
                ThreadUse.ONE,
                null,
                List.of(implementations));
    }

    private String output(List<String> argv) {
        Finished finished = new CommandRunner().run(new Invocation(argv, Map.of(), folder, Duration.ofMinutes(1)));
        assertThat(finished.ok()).as(finished.describe() + finished.stderr()).isTrue();
        return finished.stdout();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String manifest(String name, String program, String path) {
        return "[package]\nname = \"" + name
                + "\"\nversion = \"0.1.0\"\nedition = \"2024\"\nautobins = false\n\n[[bin]]\nname = \"" + program
                + "\"\npath = \"" + path + "\"\n";
    }

    private static String lock(String name) {
        return "version = 4\n\n[[package]]\nname = \"" + name + "\"\nversion = \"0.1.0\"\n";
    }
}
