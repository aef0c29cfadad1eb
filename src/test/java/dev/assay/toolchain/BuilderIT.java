package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Source;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project of its own, built by the compilers of this machine. */
class BuilderIT {
    private static final Implementation C =
            new Implementation(Runtime.C, "std", "hello.c", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final Implementation C_LOUD = new Implementation(
            Runtime.C, "loud", "hello.c", List.of("-DLOUD"), List.of(), List.of(), null, null, null, 1);
    private static final Implementation PYTHON =
            new Implementation(Runtime.PYTHON, "std", "hello.py", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final Implementation RUST =
            new Implementation(Runtime.RUST, "std", "hello.rs", List.of(), List.of(), List.of(), null, null, null, 1);

    @TempDir
    Path folder;

    private DemoProject project = new DemoProject(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        project = DemoProject.in(folder);
    }

    @Test
    void buildsEveryLanguageAndTheMeter() {
        Workload hello = DemoProject.workload(RUST, PYTHON, C, C_LOUD);
        Programs programs = build(hello, Set.of(Runtime.RUST, Runtime.PYTHON, Runtime.C));

        assertThat(project.output(programs.argv(hello, RUST))).isEqualTo("hello\n");
        assertThat(project.output(programs.argv(hello, PYTHON))).isEqualTo("hello\n");
        assertThat(project.output(programs.argv(hello, C))).isEqualTo("hello\n");
        assertThat(project.output(programs.argv(hello, C_LOUD))).isEqualTo("HELLO\n");
        assertThat(programs.meter()).isExecutable();
        assertThat(programs.noop()).isExecutable();
        assertThat(programs.toolchains())
                .extracting(toolchain -> toolchain.runtime())
                .containsExactly(Runtime.RUST, Runtime.PYTHON, Runtime.C);
        assertThat(programs.binary(hello, PYTHON)).isEmpty();
        assertThat(programs.binary(hello, C_LOUD))
                .hasValue(project.root().resolve("target/workloads/c/demo-hello-loud"));
        assertThat(programs.buildCommand(hello, C_LOUD))
                .endsWith("-std=c17 -O3 -ffp-contract=off -Wall -Wextra -o target/workloads/c/demo-hello-loud"
                        + " workloads/demo/hello/hello.c -DLOUD");
        assertThat(programs.buildCommand(hello, RUST))
                .isEqualTo("cargo build --release --locked --manifest-path workloads/Cargo.toml"
                        + " --target-dir target/workloads/rust --bin demo-hello");
        assertThat(project.steps())
                .as("Rust is built beside the others, after the meter")
                .containsExactlyInAnyOrder(
                        "building the meter",
                        "building the Rust program demo-hello",
                        "building demo/hello in C",
                        "building demo/hello in C, loud")
                .containsSubsequence("building the meter", "building the Rust program demo-hello")
                .containsSubsequence("building demo/hello in C", "building demo/hello in C, loud");
    }

    /** Headers, libraries and tools of the user's that are found by variables: compilers never see them. */
    @Test
    void variablesOfTheUserChangeNothing() throws IOException {
        project.write("leaked/stdio.h", "#error leaked\n").write("leaked/hello.py", "raise SystemExit(9)\n");
        project.write("leaked/sitecustomize.py", "raise SystemExit(9)\n");
        Path leaked = project.root().resolve("leaked");
        FakeTools.script(leaked.resolve("as"), "exit 9");
        FakeTools.script(leaked.resolve("ld"), "exit 9");
        for (String variable : List.of(
                "CPATH",
                "C_INCLUDE_PATH",
                "LIBRARY_PATH",
                "COMPILER_PATH",
                "LD_LIBRARY_PATH",
                "LD_RUN_PATH",
                "PYTHONPATH",
                "PYTHONHOME")) {
            project.environment().put(variable, leaked.toString());
        }
        project.environment().put("GCC_EXEC_PREFIX", leaked + "/");
        project.environment().put("LD_PRELOAD", leaked.resolve("gone.so").toString());
        project.environment().put("CPPFLAGS", "-DLOUD");
        project.environment().put("LDFLAGS", "-lgone");
        project.environment().put("CFLAGS", "-DLOUD");
        project.environment().put("CCC_OVERRIDE_OPTIONS", "+-DLOUD");
        project.environment().put("PYTHONSTARTUP", leaked.resolve("hello.py").toString());
        project.environment().put("PYTHONINSPECT", "1");
        Workload hello = DemoProject.workload(RUST, PYTHON, C);
        Programs programs = build(hello, Set.of(Runtime.RUST, Runtime.PYTHON, Runtime.C));

        for (Implementation each : List.of(RUST, PYTHON, C)) {
            assertThat(project.output(programs.argv(hello, each))).isEqualTo("hello\n");
        }
    }

    @Test
    void buildsOnlyWhatIsAskedFor() {
        Workload hello = DemoProject.workload(RUST, PYTHON, C);
        Programs programs = build(hello, Set.of(Runtime.C));

        assertThat(programs.has(hello, C)).isTrue();
        assertThat(programs.has(hello, PYTHON)).isFalse();
        assertThat(project.steps()).containsExactlyInAnyOrder("building the meter", "building demo/hello in C");
        assertThatThrownBy(() -> programs.argv(hello, RUST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo/hello:rust:std");
    }

    @Test
    void compilesAgainOnlyWhatHasChanged() throws IOException {
        Workload hello = DemoProject.workload(C, C_LOUD);
        build(hello, Set.of(Runtime.C));
        project.steps().clear();
        build(hello, Set.of(Runtime.C));
        assertThat(project.steps()).isEmpty();

        project.write(
                "workloads/demo/hello/hello.c", "#include <stdio.h>\nint main(void) { puts(\"new\"); return 0; }\n");
        Programs programs = build(hello, Set.of(Runtime.C));
        assertThat(project.steps()).hasSize(2);
        assertThat(project.output(programs.argv(hello, C))).isEqualTo("new\n");

        project.steps().clear();
        project.write("workloads/demo/hello/beside.h", "#define X\n");
        build(hello, Set.of(Runtime.C));
        assertThat(project.steps()).hasSize(2);
    }

    @Test
    void showsTheLastWordsOfACompilerThatFails() throws IOException {
        project.write("workloads/demo/hello/hello.c", "int main(void) { return missing; }\n");
        Workload hello = DemoProject.workload(C);

        assertThatThrownBy(() -> build(hello, Set.of(Runtime.C)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("Building demo/hello in C failed")
                .hasMessageContaining("-o target/workloads/c/demo-hello workloads/demo/hello/hello.c")
                .hasMessageContaining("missing");
        assertThat(project.root().resolve("target/workloads/c/demo-hello")).doesNotExist();
    }

    @Test
    void showsTheLastWordsOfCargo() throws IOException {
        project.write("workloads/demo/hello/hello.rs", "fn main() { missing(); }\n");
        Workload hello = DemoProject.workload(RUST);

        assertThatThrownBy(() -> build(hello, Set.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("--bin demo-hello")
                .hasMessageContaining("E0425");
    }

    @Test
    void measuresWithoutCargoWhenTheMeterIsBuilt() throws IOException {
        Workload hello = DemoProject.workload(C);
        build(hello, Set.of(Runtime.C));
        // a folder that may hold a distribution's cargo stays off the PATH
        FakeTools tools = new FakeTools(folder).real("cc").real("ld").real("as");
        onlyOnThePath(tools);
        Programs programs = build(hello, Set.of(Runtime.C));

        assertThat(programs.meter()).isExecutable();
        assertThat(programs.toolchains()).hasSize(1);
        assertThatThrownBy(() -> build(DemoProject.workload(RUST), Set.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("was not found: no cargo in")
                .hasMessageEndingWith("-Druntimes=python,c to measure without it: the meter is already built.");
        project.write("src/main/rust/src/meter.rs", "fn main() { println!(); }\n");
        assertThatThrownBy(() -> build(hello, Set.of(Runtime.C)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("The Rust programs and the meter need it.")
                .hasMessageNotContaining("-Druntimes");
    }

    private void onlyOnThePath(FakeTools tools) {
        project.environment().put("PATH", tools.bin().toString());
        project.environment().put("HOME", folder.toString());
        project.environment().remove("CARGO_HOME");
    }

    @Test
    void saysAtOnceAllThatIsMissingAndWhatBringsIt() throws IOException {
        onlyOnThePath(new FakeTools(folder));
        Workload hello = DemoProject.workload(RUST, PYTHON, C);

        assertThatThrownBy(() -> build(hello, Set.of(Runtime.RUST, Runtime.PYTHON, Runtime.C)))
                .isInstanceOfSatisfying(
                        ToolchainFailure.class,
                        failure -> assertThat(failure.packages())
                                .containsSequence("python3", "python3-venv", "gcc", "libc6-dev"))
                .hasMessageStartingWith("3 tools are missing or cannot be used.")
                .hasMessageContaining("was not found: no cargo in")
                .hasMessageContaining("was not found: no python3 or python in")
                .hasMessageContaining("was not found: no cc, gcc or clang in")
                .hasMessageNotContaining("-Druntimes=rust,python");
        assertThat(project.steps()).isEmpty();
    }

    @Test
    void aFreshMachineNeedsALinkerForTheMeterItself() throws IOException {
        FakeTools tools = new FakeTools(folder);
        tools.real("cargo").real("rustc");
        onlyOnThePath(tools);
        project.environment()
                .put(
                        "RUSTUP_HOME",
                        System.getenv().getOrDefault("RUSTUP_HOME", System.getProperty("user.home") + "/.rustup"));

        assertThatThrownBy(() -> build(DemoProject.workload(RUST), Set.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageStartingWith("A C compiler (cc, gcc or clang) was not found")
                .hasMessageContaining("sudo apt install gcc libc6-dev");
        assertThat(project.steps()).isEmpty();
    }

    @Test
    void aBrokenRustDoesNotStandInTheWayOfOtherPrograms() throws IOException {
        Workload hello = DemoProject.workload(C);
        build(hello, Set.of(Runtime.C));
        FakeTools tools = new FakeTools(folder).real("cc").real("ld").real("as");
        tools.tool("cargo", "exit 1").tool("rustc", "exit 1");
        onlyOnThePath(tools);

        assertThat(build(hello, Set.of(Runtime.C)).meter()).isExecutable();
        assertThatThrownBy(() -> build(DemoProject.workload(RUST), Set.of(Runtime.RUST)))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("does not work");
    }

    @Test
    void namesTheLinesThatCargosManifestLacks() throws IOException {
        project.write(
                "workloads/Cargo.toml", DemoProject.manifest("programs", "something-else", "demo/hello/hello.rs"));
        project.write("workloads/Cargo.lock", DemoProject.lock("programs"));
        Workload hello = DemoProject.workload(RUST);

        assertThatThrownBy(() -> build(hello, Set.of(Runtime.RUST)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(
                        project.root().resolve("workloads/Cargo.toml") + " does not know the program 'demo-hello'")
                .hasMessageEndingWith("[[bin]]\nname = \"demo-hello\"\npath = \"demo/hello/hello.rs\"");
        Files.delete(project.root().resolve("workloads/Cargo.toml"));
        assertThatThrownBy(() -> build(hello, Set.of(Runtime.RUST)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("Cargo.toml is missing");
    }

    @Test
    void givesTheTextsOfThePrograms() throws IOException {
        Workload hello = DemoProject.workload(PYTHON, C);
        Programs programs = build(hello, Set.of(Runtime.PYTHON, Runtime.C));
        List<Source> sources = programs.sources(project.catalog(hello), List.of(hello));

        assertThat(sources).extracting(Source::path).containsExactly("demo/hello/hello.py", "demo/hello/hello.c");
        assertThat(sources.get(0).text()).isEqualTo("print('hello')\n");
        assertThat(sources.get(0).binaryBytes()).isZero();
        assertThat(sources.get(1).binaryBytes())
                .isEqualTo(Files.size(programs.binary(hello, C).orElseThrow()));
    }

    private Programs build(Workload workload, Set<Runtime> runtimes) {
        return project.build(workload, ProgramFilter.of(runtimes), ToolChoice.NONE);
    }
}
