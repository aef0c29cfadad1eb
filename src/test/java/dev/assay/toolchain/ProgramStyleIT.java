package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import dev.assay.toolchain.c.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compilers and linters have nothing to say about the programs of the catalog. */
class ProgramStyleIT {
    private static final Path WORKLOADS = Path.of("workloads").toAbsolutePath();

    /** Where {@code .ci/run} installs it, of a version pinned by its hash. */
    private static final Path PINNED_RUFF = Path.of("target/ruff/bin/ruff").toAbsolutePath();

    private static CommandResult run(List<String> argv) {
        return new CommandRunner()
                .run(new Invocation(argv, System.getenv(), WORKLOADS.resolveSibling(""), Duration.ofMinutes(10)));
    }

    private static boolean works(String... argv) {
        return run(List.of(argv)).ok();
    }

    private static List<Path> sources(String extension, boolean forPython) throws IOException {
        try (Stream<Path> files = Files.walk(WORKLOADS)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(extension) && !wrong(each))
                    .toList()) {
                if (Files.readString(file).contains("Python.h") == forPython) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    /** Programs that have weaknesses on purpose, of which compilers warn as they should. */
    private static boolean wrong(Path file) {
        return file.startsWith(WORKLOADS.resolve("cwe"));
    }

    /** Gcc compiles, since some of its warnings need what the optimizer knows; all of clang's come before that. */
    private static List<String> complaints(Dialect dialect, String compiler, List<Path> sources, List<String> more) {
        List<String> complaints = new ArrayList<>();
        for (Path source : sources) {
            List<String> argv = new ArrayList<>(List.of(compiler));
            argv.addAll(dialect.flags());
            argv.add("-Werror");
            argv.addAll(compiler.startsWith("clang") ? List.of("-fsyntax-only") : List.of("-c", "-o", "/dev/null"));
            argv.add(source.toString());
            argv.addAll(more);
            CommandResult compiled = run(argv);
            if (!compiled.ok()) {
                complaints.add(compiled.stderr());
            }
        }
        return complaints;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc", "clang"})
    void cCompilersHaveNothingToSay(String compiler) throws IOException {
        assumeTrue(works(compiler, "--version"), () -> compiler + " was not found");
        List<Path> sources = sources(".c", false);
        assertThat(sources).hasSizeGreaterThan(40);
        assertThat(complaints(Dialect.C, compiler, sources, List.of())).isEmpty();
    }

    /** The other compiler's warnings are errors in {@link WorkIsDoneIT}, which has it compile the same programs. */
    @Test
    void clangHasNothingToSayOfCpp() throws IOException {
        assumeTrue(works("clang++", "--version"), "clang++ was not found");
        List<Path> sources = sources(".cpp", false);
        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(complaints(Dialect.CPP, "clang++", sources, List.of())).isEmpty();
    }

    @Test
    void cCompilersHaveNothingToSayOfPythonsModules() throws IOException {
        String asked = "import sysconfig; print(sysconfig.get_path('include'), end='')";
        Path headers = Path.of(run(List.of("python3", "-c", asked)).stdout());
        assumeTrue(Files.exists(headers.resolve("Python.h")), () -> "there is no Python.h in " + headers);
        List<Path> sources = sources(".c", true);
        assertThat(sources).isNotEmpty();
        assertThat(complaints(Dialect.C, "cc", sources, List.of("-isystem", headers.toString())))
                .isEmpty();
    }

    @Test
    void clippyHasNothingToSay() {
        assumeTrue(works("cargo", "clippy", "--version"), "cargo-clippy was not found: rustup component add clippy");
        CommandResult checked = run(List.of(
                "cargo",
                "clippy",
                "--quiet",
                "--release",
                "--locked",
                "--all-targets",
                "--manifest-path",
                WORKLOADS.resolve("Cargo.toml").toString(),
                "--target-dir",
                Path.of("target/workloads/clippy").toAbsolutePath().toString(),
                "--",
                "-D",
                "warnings"));
        assertThat(checked.ok()).as(checked.stderr()).isTrue();
    }

    @Test
    void ruffHasNothingToSay() {
        String ruff = Files.isExecutable(PINNED_RUFF) ? PINNED_RUFF.toString() : "ruff";
        assumeTrue(works(ruff, "--version"), () -> "neither " + PINNED_RUFF + " nor a ruff on the PATH was found");
        CommandResult checked = run(List.of(ruff, "check", "--no-cache", WORKLOADS.toString()));
        assertThat(checked.ok()).as(checked.stdout() + checked.stderr()).isTrue();
    }
}
