package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolVersion;
import dev.assay.toolchain.rust.RustFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's own cargo configuration changes nothing of what is built, or is refused; cargo and rustc are the real ones. */
class UsersCargoIT {
    private static final Implementation RUST =
            new Implementation(Runtime.RUST, "std", "hello.rs", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final Workload HELLO = DemoProject.workload(RUST);
    private static final String SAYS = """
            fn main() {
                println!("{}", if cfg!(leaked) || cfg!(debug_assertions) { "leaked" } else { "hello" });
            }
            """;

    @TempDir
    Path folder;

    private DemoProject project = new DemoProject(Path.of(""));
    private Path home = Path.of("");
    private Path beside = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        project = DemoProject.in(folder);
        project.write("workloads/demo/hello/hello.rs", SAYS);
        home = Files.createDirectories(folder.resolve("own home"));
        beside = folder.resolve("beside");
        project.environment().put("CARGO_HOME", home.toString());
    }

    private Programs build() {
        return project.build(HELLO, ProgramFilter.of(Set.of(Runtime.RUST)), ToolChoice.NONE);
    }

    private void write(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    /** An older cargo takes no notice of them. */
    private static final ToolVersion FIRST_TO_INCLUDE = new ToolVersion(1, 94);

    private static String triple() {
        return rust().details().getOrDefault("host", "");
    }

    private static Toolchain rust() {
        return new RustFinder(new ToolHost(
                        new CommandRunner(), System.getenv(), Path.of("").toAbsolutePath()))
                .find()
                .toolchain();
    }

    @ParameterizedTest
    @CsvSource({
        "opt-level = 0,                 profile.release.opt-level",
        "opt-level = 'z',               profile.release.opt-level",
        "overflow-checks = true,        profile.release.overflow-checks",
        "debug-assertions = true,       profile.release.debug-assertions",
        "lto = 'off',                   profile.release.lto",
        "codegen-units = 1,             profile.release.codegen-units",
        "panic = 'abort',               profile.release.panic",
        "build-override.opt-level = 3,  profile.release.build-override.opt-level",
        "package.'*'.opt-level = 1,     profile.release.package.\"*\".opt-level",
    })
    void refusesAProfileAndNamesItsFile(String line, String setting) throws IOException {
        Path file = home.resolve("config.toml");
        write(file, "[profile.release]", line.replace('\'', '"').replace("\"*\"", "'*'"));

        assertThatThrownBy(this::build)
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("\n  " + setting + ", set in " + file + "\nRemove it");
        assertThat(project.root().resolve("target/workloads")).doesNotExist();
    }

    @Test
    void refusesWhatAFolderAboveSetsAndNamesAllOfIt() throws IOException {
        Path above = folder.resolve(".cargo/config.toml");
        write(above, "paths = [\"/nowhere\"]", "[env]", "CFLAGS = \"-O0\"", "[profile.tuned]", "inherits = \"dev\"");
        write(
                home.resolve("config.toml"),
                "[profile.dev]",
                "opt-level = 1",
                "[target." + triple() + ".z]",
                "rustc-link-lib = [\"z\"]");

        assertThatThrownBy(this::build)
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("\n  env.CFLAGS, set in " + above)
                .hasMessageContaining("\n  paths, set in " + above)
                .hasMessageContaining("\n  profile.tuned.inherits, set in " + above)
                .hasMessageContaining(
                        "\n  target." + triple() + ".z.rustc-link-lib, set in " + home.resolve("config.toml"))
                .message()
                .doesNotContain("profile.dev");
    }

    @Test
    void refusesWhatAnIncludedFileSets() throws IOException {
        String cargo = rust().details().getOrDefault("cargo", "");
        assumeThat(ToolVersion.parse(cargo))
                .as("cargo %s follows no includes", cargo)
                .hasValueSatisfying(version -> assertThat(version).isGreaterThanOrEqualTo(FIRST_TO_INCLUDE));
        write(home.resolve("config.toml"), "include = [\"more.toml\"]");
        write(home.resolve("more.toml"), "[profile.release]", "opt-level = 1");

        assertThatThrownBy(this::build)
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("\n  profile.release.opt-level, set in " + home.resolve("more.toml"));
    }

    @Test
    void saysWhichFileCargoCannotRead() throws IOException {
        write(home.resolve("config.toml"), "[build");

        assertThatThrownBy(this::build)
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("cargo cannot print its configuration")
                .hasMessageContaining(home.resolve("config.toml").toString());
    }

    @Test
    void setsBackWrappersFlagsLinkersAndFolders() throws IOException {
        Path called = folder.resolve("called");
        Path wrapper = FakeTools.script(
                folder.resolve("wrapper"), "echo \"$@\" >> '" + called + "'; exec \"$@\" -C debug-assertions");
        Path linker = FakeTools.script(folder.resolve("linker"), "echo linker >> '" + called + "'; exit 1");
        write(
                home.resolve("config.toml"),
                "[build]",
                "rustc-wrapper = \"" + wrapper + "\"",
                "rustc-workspace-wrapper = \"" + wrapper + "\"",
                "rustc = \"" + wrapper + "\"",
                "rustflags = [\"--cfg\", \"leaked\"]",
                "target-dir = \"" + beside + "\"",
                "build-dir = \"" + beside + "\"",
                "incremental = true",
                "[target." + triple() + "]",
                "linker = \"" + linker + "\"",
                "rustflags = [\"--cfg\", \"leaked\"]",
                "runner = \"false\"",
                "[target.'cfg(unix)']",
                "linker = \"" + linker + "\"",
                "[net]",
                "retry = 1");
        for (String variable : List.of("RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "RUSTC", "CARGO_BUILD_RUSTC")) {
            project.environment().put(variable, wrapper.toString());
        }
        project.environment().put("CARGO_ENCODED_RUSTFLAGS", "--cfg\u001fleaked");
        project.environment().put("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
        project.environment().put("CARGO_BUILD_TARGET_DIR", beside.toString());
        project.environment().put("CARGO_BUILD_TARGET", "wasm32-unknown-unknown");
        project.environment().put("RUSTC_BOOTSTRAP", "1");
        Programs programs = build();

        assertThat(project.output(programs.argv(HELLO, RUST))).isEqualTo("hello\n");
        assertThat(called).doesNotExist();
        assertThat(beside).doesNotExist();
        String command = programs.buildCommand(HELLO, RUST);
        assertThat(command).startsWith("RUSTFLAGS= cargo build --release --config ");
        assertThat(typed(command)).isEqualTo("hello\n");
        assertThat(called).doesNotExist();
    }

    /** The report's command, typed by the user with the configuration in force, builds the same. */
    private String typed(String command) throws IOException {
        Path program = project.root().resolve("target/workloads/rust/release/demo-hello");
        Files.delete(program);
        project.output(
                List.of("/bin/sh", "-c", command),
                Map.of("PATH", System.getenv("PATH"), "CARGO_HOME", home.toString(), "HOME", System.getenv("HOME")));
        return project.output(List.of(program.toString()));
    }

    /** A stale program was measured while the report showed the new source. */
    @Test
    void takesProgramsAndMeterFromWhereCargoPutThem() throws IOException {
        build();
        write(home.resolve("config.toml"), "[build]", "target = \"" + triple() + "\"");
        project.write("workloads/demo/hello/hello.rs", "fn main() { println!(\"new\"); }\n");
        project.write("src/main/rust/src/meter.rs", "fn main() { println!(\"new meter\"); }\n");
        Programs programs = build();

        assertThat(project.output(programs.argv(HELLO, RUST))).isEqualTo("new\n");
        assertThat(project.output(List.of(programs.meter().toString()))).isEqualTo("new meter\n");
        assertThat(programs.buildCommand(HELLO, RUST)).contains("--target " + triple());
    }

    /** As an archive leaves it that is unpacked over an older one; cargo looks at dates alone. */
    @Test
    void buildsAgainWhenAChangedSourceHasAnOldDate() throws IOException {
        build();
        Path source = project.root().resolve("workloads/demo/hello/hello.rs");
        Path meter = project.root().resolve("src/main/rust/src/meter.rs");
        project.write("workloads/demo/hello/hello.rs", "fn main() { println!(\"new\"); }\n");
        project.write("src/main/rust/src/meter.rs", "fn main() { println!(\"new meter\"); }\n");
        for (Path each : List.of(source, meter)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
        Programs programs = build();

        assertThat(project.output(programs.argv(HELLO, RUST))).isEqualTo("new\n");
        assertThat(project.output(List.of(programs.meter().toString()))).isEqualTo("new meter\n");
        project.steps().clear();
        build();
        assertThat(project.steps()).containsExactly("building the Rust program demo-hello");
    }

    @Test
    void keepsMirrorsInForce() throws IOException {
        Path vendored = Files.createDirectories(folder.resolve("vendored/voice"));
        project.write(
                "workloads/crates/Cargo.toml",
                DemoProject.manifest("c", "demo-hello-spoken", "s.rs")
                        + "required-features = [\"voice\"]\n\n[dependencies]\nvoice = { version = \"1\", optional = true }\n"
                        + "\n[workspace]\n");
        project.write("workloads/crates/s.rs", "fn main() { println!(\"{}\", voice::say()); }\n");
        project.write("workloads/crates/Cargo.lock", """
                version = 4

                [[package]]
                name = "c"
                version = "0.1.0"
                dependencies = [
                 "voice",
                ]

                [[package]]
                name = "voice"
                version = "1.0.0"
                source = "registry+https://github.com/rust-lang/crates.io-index"
                checksum = "%s"
                """.formatted("0".repeat(64)));
        write(
                vendored.resolve("Cargo.toml"),
                "[package]",
                "name = \"voice\"",
                "version = \"1.0.0\"",
                "edition = \"2021\"");
        write(vendored.resolve("src/lib.rs"), "pub fn say() -> &'static str { \"hello\" }");
        write(vendored.resolve(".cargo-checksum.json"), "{\"files\":{},\"package\":\"" + "0".repeat(64) + "\"}");
        write(
                home.resolve("config.toml"),
                "[source.crates-io]",
                "replace-with = \"mine\"",
                "[source.mine]",
                "directory = \"" + vendored.getParent() + "\"");
        Implementation spoken = new Implementation(
                Runtime.RUST, "spoken", "hello.spoken.rs", List.of(), List.of("voice"), List.of(), null, null, null, 1);
        Workload hello = DemoProject.workload(spoken);
        Programs programs = project.build(hello, ProgramFilter.of(Set.of(Runtime.RUST)), ToolChoice.NONE);

        assertThat(programs.skipped(hello, spoken)).isNull();
        assertThat(project.output(programs.argv(hello, spoken))).isEqualTo("hello\n");
    }

    @Test
    void saysNothingOfMessagesThatAreForMachines() throws IOException {
        project.write("workloads/demo/hello/hello.rs", "fn main() { let x = 1; println!(\"hello\"); missing(); }\n");

        assertThatThrownBy(this::build)
                .hasMessageContaining("error[E0425]")
                .message()
                .doesNotContain("{\"");
    }
}
