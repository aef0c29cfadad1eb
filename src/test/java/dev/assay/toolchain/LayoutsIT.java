package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.Compiler;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in several layouts: the same functions with the same code, in another order. */
class LayoutsIT {
    private static final Implementation C =
            new Implementation(Runtime.C, "std", "hello.c", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final Implementation RUST =
            new Implementation(Runtime.RUST, "std", "hello.rs", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final Implementation CPP =
            new Implementation(Runtime.CPP, "std", "hello.cpp", List.of(), List.of(), List.of(), null, null, null, 1);
    private static final ProgramFilter BOTH = ProgramFilter.of(Set.of(Runtime.RUST, Runtime.C));
    private static final ProgramFilter THREE = ProgramFilter.of(Set.of(Runtime.RUST, Runtime.C, Runtime.CPP));

    @TempDir
    Path folder;

    private DemoProject project = new DemoProject(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        project = DemoProject.in(folder);
        String functions = """
                #include <stdio.h>
                #define FUNCTION(name) __attribute__((noinline)) int name(int x) { return x * (int)sizeof(#name) + 1; }
                FUNCTION(alpha) FUNCTION(be) FUNCTION(gam) FUNCTION(d) FUNCTION(epsilon) FUNCTION(zetaaa)
                int main(int argc, char **argv) {
                    (void)argv;
                    printf("%d\\n", alpha(argc) + be(argc) + gam(argc) + d(argc) + epsilon(argc) + zetaaa(argc));
                    return 0;
                }
                """;
        project.write("workloads/demo/hello/hello.c", functions);
        project.write(
                "workloads/demo/hello/hello.cpp", functions.replace("__attribute__", "extern \"C\" __attribute__"));
        project.write("workloads/demo/hello/hello.rs", """
                macro_rules! functions { ($($name:ident)*) => { $(
                    #[unsafe(no_mangle)] #[inline(never)] pub fn $name(x: usize) -> usize { x * stringify!($name).len() + 2 }
                )* } }
                functions!(alpha be gam d epsilon zetaaa);
                fn main() {
                    let x = std::env::args().count();
                    println!("{}", alpha(x) + be(x) + gam(x) + d(x) + epsilon(x) + zetaaa(x));
                }
                """);
    }

    @Test
    void everyBuildHasTheSameFunctionsInAnotherOrder() throws IOException {
        Workload hello = DemoProject.workload(RUST, C, CPP);
        Programs programs = project.build(hello, THREE, ToolChoice.NONE, 4);

        assumeThat(programs.warnings().stream().map(Warning::message))
                .as("a linker that lays functions out in another order (Debian's package lld)")
                .noneMatch(message -> message.contains("there is no ld.lld"));
        assertThat(programs.warnings()).isEmpty();
        for (Implementation program : List.of(RUST, C, CPP)) {
            List<Path> builds = programs.builds(hello, program);
            assertThat(builds).hasSize(4).doesNotHaveDuplicates();
            assertThat(builds.get(0)).isEqualTo(programs.binary(hello, program).orElseThrow());
            assertThat(builds.stream()
                            .map(build -> project.output(List.of(build.toString())))
                            .distinct())
                    .hasSize(1);
            assertThat(builds.stream().map(this::order).distinct())
                    .as("orders of " + program.label())
                    .hasSizeGreaterThan(2);
            assertThat(builds.stream().map(this::functions).distinct())
                    .as("functions of " + program.label())
                    .hasSize(1);
            assertThat(programs.buildCommand(hello, program).lines()).hasSize(4);
        }

        assertThat(project.steps())
                .filteredOn(step -> step.contains("demo"))
                .containsExactlyInAnyOrder(
                        "building the Rust program demo-hello in 4 layouts",
                        "building demo/hello in C",
                        "building demo/hello in C, 3 layouts",
                        "building demo/hello in C++",
                        "building demo/hello in C++, 3 layouts");

        project.steps().clear();
        project.build(hello, THREE, ToolChoice.NONE, 4);
        assertThat(project.steps()).noneMatch(step -> step.contains("in C") || step.contains("building layout"));
        for (Implementation program : List.of(RUST, C, CPP)) {
            Path gone = programs.builds(hello, program).get(2);
            byte[] before = Files.readAllBytes(gone);
            Files.delete(gone);
            project.build(hello, THREE, ToolChoice.NONE, 4);
            assertThat(gone).hasBinaryContent(before);
        }
    }

    /** The bytes do not depend on how many layouts are linked beside, and neither on the user's configuration. */
    @Test
    void theUsersLinkerIsNotTakenAndTheCommandOfALayoutMakesTheSame() throws IOException {
        Path home = Files.createDirectories(folder.resolve("own home"));
        Files.writeString(home.resolve("config.toml"), "[target.'cfg(unix)']\nlinker = \"/nowhere/ld\"\n");
        project.environment().put("CARGO_HOME", home.toString());
        Workload hello = DemoProject.workload(RUST, C);
        Programs programs = project.build(hello, BOTH, ToolChoice.NONE, 2);

        assumeThat(programs.warnings().stream().map(Warning::message))
                .as("a linker that lays functions out in another order (Debian's package lld)")
                .noneMatch(message -> message.contains("there is no ld.lld"));
        List<Path> builds = programs.builds(hello, RUST);
        String command =
                programs.buildCommand(hello, RUST).lines().reduce((a, b) -> b).orElseThrow();
        project.output(
                List.of("/bin/bash", "-c", command),
                Map.of("PATH", System.getenv("PATH"), "CARGO_HOME", home.toString(), "HOME", System.getenv("HOME")));
        assertThat(project.root().resolve("target/workloads/rust/layout-1/release/demo-hello"))
                .hasSameBinaryContentAs(builds.get(1));
        Programs alone = project.build(hello, ProgramFilter.of(Set.of(Runtime.RUST)), ToolChoice.NONE, 2);
        assertThat(alone.builds(hello, RUST)).isEmpty();
        assertThat(alone.binary(hello, RUST).orElseThrow()).hasSameBinaryContentAs(builds.get(0));
    }

    /** Rust is compared with C's primary program and with clang's, so both have layouts. */
    @Test
    void clangsProgramsHaveLayoutsToo() throws IOException {
        Implementation clang = new Implementation(
                Runtime.C, "clang", "hello.c", List.of(), List.of(), List.of(), Compiler.CLANG, null, null, 1);
        FakeTools tools = new FakeTools(folder).tool("clang", "exec '" + FakeTools.installed("gcc") + "' \"$@\"");
        project.environment().put("PATH", tools.bin() + ":" + System.getenv("PATH"));
        Workload hello = DemoProject.workload(RUST, C, clang);
        Programs programs = project.build(hello, BOTH, ToolChoice.NONE, 3);

        assumeThat(programs.warnings().stream().map(Warning::message))
                .as("a linker that lays functions out in another order (Debian's package lld)")
                .noneMatch(message -> message.contains("there is no ld.lld"));
        assertThat(programs.skipped(hello, clang)).isNull();
        assertThat(programs.builds(hello, C)).hasSize(3);
        assertThat(programs.builds(hello, clang)).hasSize(3);
    }

    @Test
    void oneBuildIsEnoughWhereNothingNativeIsComparedWithSomethingNative() {
        Workload hello = DemoProject.workload(RUST, C);
        Programs programs = project.build(hello, ProgramFilter.of(Set.of(Runtime.C)), ToolChoice.NONE, 3);

        assertThat(programs.builds(hello, C)).isEmpty();
        assertThat(programs.warnings()).isEmpty();
    }

    @Test
    void findsTheLinkerOfDebiansNewestLlvm() throws IOException {
        for (String version : List.of("llvm-9", "llvm-19", "llvm-20", "llvm-x")) {
            Files.createDirectories(folder.resolve("lib").resolve(version).resolve("bin"));
        }
        FakeTools.script(folder.resolve("lib/llvm-9/bin/ld.lld"), "exit 0");
        FakeTools.script(folder.resolve("lib/llvm-19/bin/ld.lld"), "exit 0");
        Path nowhere = folder.resolve("nowhere");

        assertThat(Layouts.linkers(List.of(nowhere), folder.resolve("lib")))
                .hasValue(folder.resolve("lib/llvm-19/bin"));
        FakeTools.script(nowhere.resolve("ld.lld"), "exit 0");
        assertThat(Layouts.linkers(List.of(nowhere), folder.resolve("lib"))).hasValue(nowhere);
        assertThat(Layouts.linkers(List.of(), folder)).isEmpty();
    }

    @Test
    void withoutLldThereIsOneBuildAndAWarning() throws IOException {
        assumeThat(Layouts.linkers(List.of(), Layouts.LLVM))
                .as("a linker where Debian's package lld puts it is found whatever the PATH is")
                .isEmpty();
        FakeTools tools = new FakeTools(folder);
        for (String needed : List.of("cc", "ld", "as")) {
            tools.real(needed);
        }
        String rustc = FakeTools.installed("rustc").toString();
        tools.tool("cargo", "exec '" + FakeTools.installed("cargo") + "' \"$@\"");
        tools.tool(
                "rustc", "case \"$*\" in '--print sysroot') echo /nowhere ;; *) exec '" + rustc + "' \"$@\" ;; esac");
        project.environment().put("PATH", tools.bin().toString());
        Workload hello = DemoProject.workload(RUST, C);
        Programs programs = project.build(hello, BOTH, ToolChoice.NONE, 3);

        assertThat(programs.builds(hello, C)).isEmpty();
        assertThat(programs.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("one-build");
            assertThat(warning.message()).contains("there is no ld.lld in");
        });
        assertThat(programs.warnings()).extracting(Warning::misleads).containsExactly(false);
    }

    /** The names of the program's own functions in the order of their addresses. */
    private List<String> order(Path program) {
        return symbols(program, "-n").map(words -> words.get(words.size() - 1)).toList();
    }

    /** The sizes and names of the program's own functions: what the linker moves it does not change. */
    private List<String> functions(Path program) {
        return symbols(program, "-S")
                .map(words -> String.join(" ", words.subList(1, words.size())))
                .sorted()
                .toList();
    }

    private Stream<List<String>> symbols(Path program, String option) {
        Set<String> own = Set.of("alpha", "be", "gam", "d", "epsilon", "zetaaa");
        List<List<String>> symbols = project.output(List.of("/usr/bin/nm", option, program.toString()))
                .lines()
                .map(line -> List.of(line.split(" ", -1)))
                .filter(words -> own.contains(words.get(words.size() - 1)))
                .toList();
        assertThat(symbols).as("functions of " + program).hasSameSizeAs(own);
        return symbols.stream();
    }
}
