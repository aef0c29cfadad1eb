package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Profile;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small project of its own, with a meter and a workload, to be built by the compilers of this machine. */
final class DemoProject {
    private final Path root;
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    DemoProject(Path root) {
        this.root = root;
    }

    static DemoProject in(Path folder) throws IOException {
        DemoProject project = new DemoProject(Files.createDirectories(folder.resolve("ein Prüfstand")));
        project.environment.put("RUSTFLAGS", "--cfg leaked");
        project.environment.put("CFLAGS", "-DLEAKED");
        project.write("workloads/demo/hello/hello.c", """
                #include <stdio.h>
                #ifdef LOUD
                #define TEXT "HELLO"
                #else
                #define TEXT "hello"
                #endif
                int main(void) { puts(TEXT); return 0; }
                """);
        project.write("workloads/demo/hello/hello.py", "print('hello')\n");
        project.write("workloads/demo/hello/hello.rs", """
                fn main() {
                    println!("{}", if cfg!(leaked) { "leaked" } else { "hello" });
                }
                """);
        project.write("workloads/Cargo.toml", manifest("workloads-for-tests", "demo-hello", "demo/hello/hello.rs"));
        project.write("workloads/Cargo.lock", lock("workloads-for-tests"));
        project.write(
                "src/main/rust/Cargo.toml",
                manifest("meter-for-tests", "meter", "src/meter.rs")
                        + "\n[[bin]]\nname = \"noop\"\npath = \"src/meter.rs\"\n"
                        + "\n[[bin]]\nname = \"canary\"\npath = \"src/meter.rs\"\n"
                        + "\n[[bin]]\nname = \"load\"\npath = \"src/meter.rs\"\n");
        project.write("src/main/rust/Cargo.lock", lock("meter-for-tests"));
        project.write("src/main/rust/src/meter.rs", "fn main() {}\n");
        return project;
    }

    Path root() {
        return root;
    }

    /** The steps that were told of. */
    List<String> steps() {
        return steps;
    }

    Map<String, String> environment() {
        return environment;
    }

    Programs build(Workload workload, ProgramFilter choice, ToolChoice tools) {
        return build(workload, choice, tools, 1);
    }

    Programs build(Workload workload, ProgramFilter choice, ToolChoice tools, int builds) {
        return builder(tools).build(catalog(workload, List.of()), List.of(workload), choice, builds);
    }

    /** The same of a catalog that has claims. */
    Programs build(Workload workload, List<Claim> claims, ProgramFilter choice, ToolChoice tools) {
        return builder(tools).build(catalog(workload, claims), List.of(workload), choice);
    }

    private Builder builder(ToolChoice tools) {
        return new Builder(new BuildPaths(root), new CommandRunner(), environment, tools, new BuildListener() {
            @Override
            public void step(String what) {
                steps.add(what);
            }

            @Override
            public void detail(String line) {
                assertThat(line).doesNotContain("\u001b");
            }
        });
    }

    Catalog catalog(Workload workload) {
        return catalog(workload, List.of());
    }

    private Catalog catalog(Workload workload, List<Claim> claims) {
        return new Catalog(root.resolve("workloads"), List.of(workload), new Article("", "", "", "", ""), claims, "");
    }

    static Workload workload(Implementation... implementations) {
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

    String output(List<String> argv) {
        return output(argv, Map.of());
    }

    String output(List<String> argv, Map<String, String> variables) {
        CommandResult finished = new CommandRunner().run(new Invocation(argv, variables, root, Duration.ofMinutes(1)));
        assertThat(finished.ok()).as(finished.describe() + finished.stderr()).isTrue();
        return finished.stdout();
    }

    DemoProject write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    static String manifest(String name, String program, String path) {
        return "[package]\nname = \"" + name
                + "\"\nversion = \"0.1.0\"\nedition = \"2024\"\nautobins = false\n\n[[bin]]\nname = \"" + program
                + "\"\npath = \"" + path + "\"\n";
    }

    static String lock(String name) {
        return "version = 4\n\n[[package]]\nname = \"" + name + "\"\nversion = \"0.1.0\"\n";
    }
}
