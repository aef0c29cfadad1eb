package dev.assay.toolchain.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Warning;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import dev.assay.toolchain.FakeTools;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonFinderIT {
    private static final String SHIM = "exec '%s' \"$@\"";

    @TempDir
    Path folder;

    /** JUnit warns of links that lead out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void findsThePythonOfThisMachineBehindItsShim() throws IOException {
        Toolchain direct = new PythonFinder(new ToolHost(new CommandRunner(), System.getenv(), folder), null).find();
        FakeTools tools = new FakeTools(folder).tool("python3", SHIM.formatted(direct.path()));
        Toolchain throughShim = find(tools, null);

        assertThat(throughShim.path()).isEqualTo(direct.path());
        assertThat(Files.isSymbolicLink(Path.of(throughShim.path()))).isFalse();
        assertThat(throughShim.version()).isEqualTo(direct.version()).matches("3\\.\\d+\\.\\d+.*");
        assertThat(throughShim.details())
                .containsEntry("implementation", "cpython")
                .containsKeys("build", "configure");
    }

    @Test
    void keepsTheLinkOfAVirtualEnvironment() {
        Path python = virtualEnvironment();
        Toolchain found = named(python);

        assertThat(python).isSymbolicLink();
        assertThat(found.path()).isEqualTo(python.toString());
        assertThat(found.details()).containsKey("virtual environment of");
    }

    @Test
    void warnsOfPthFiles() throws IOException {
        Path python = virtualEnvironment();
        String packages = run(python, "-c", "import site; print(site.getsitepackages()[0])");
        Files.writeString(Path.of(packages.strip(), "slow.pth"), "import sys\n");
        Toolchain found = named(python);

        assertThat(found.warnings()).extracting(Warning::code).contains("python-pth");
        assertThat(found.warnings().toString()).contains("slow.pth");
    }

    /** Measured programs have another home folder, and so do not read what lies in the user's. */
    @Test
    void doesNotSpeakOfWhatLiesInTheUsersHome() throws IOException {
        Toolchain direct = new PythonFinder(new ToolHost(new CommandRunner(), System.getenv(), folder), null).find();
        String version = "python" + ToolVersion.parse(direct.version()).orElseThrow();
        Path home = folder.resolve("home");
        Path packages = Files.createDirectories(
                home.resolve(".local/lib").resolve(version).resolve("site-packages"));
        Files.writeString(packages.resolve("slow.pth"), "import sys\n");
        Files.writeString(packages.resolve("usercustomize.py"), "print('good morning')\n");
        FakeTools tools = new FakeTools(folder)
                .tool("python3", SHIM.formatted(direct.path()))
                .variable("HOME", home.toString());
        Toolchain found = find(tools, null);

        assertThat(found.path()).isEqualTo(direct.path());
        assertThat(found.warnings().toString()).doesNotContain("slow.pth");
    }

    @Test
    void refusesAnInterpreterThatPrintsAtEveryStart() throws IOException {
        Path python = virtualEnvironment();
        String packages = run(python, "-c", "import site; print(site.getsitepackages()[0])");
        // Debian's Python has a sitecustomize of its own, which hides any other
        Path started = Path.of(packages.strip(), "greetings.pth");
        Files.writeString(started, "import sys; print('good morning')\n");

        assertThatThrownBy(() -> named(python))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("Every start of " + python + " prints 'good morning' to standard output")
                .hasMessageContaining("sitecustomize.py");
        Files.writeString(started, "import atexit; atexit.register(print, 'good night')\n");
        assertThatThrownBy(() -> named(python)).hasMessageContaining("prints 'good night' to standard output");
    }

    @Test
    void saysThatLibrariesAreNotLookedForWhereAVariableSays() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve("hidden"));
        Path library = Files.writeString(folder.resolve("l.c"), "int main2(void) { return 0; }\n");
        Path program =
                Files.writeString(folder.resolve("p.c"), "int main2(void); int main(void) { return main2(); }\n");
        Path cc = FakeTools.installed("cc");
        run(cc, "-shared", "-fPIC", "-o", hidden.resolve("libhidden.so").toString(), library.toString());
        Path python = hidden.resolve("python3");
        run(cc, "-o", python.toString(), program.toString(), "-L" + hidden, "-lhidden");
        FakeTools tools = new FakeTools(folder).variable("LD_LIBRARY_PATH", hidden.toString());

        assertThatThrownBy(() -> find(tools, python.toString()))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("error while loading shared libraries: libhidden.so")
                .hasMessageEndingWith("Register the library with ldconfig, or choose another interpreter.");
    }

    @Test
    void warnsOfABuildWithoutOptimizationAndNamesABetterOne() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("python3", answer("3.12.1", "cpython", "/slow/python3.12", "'--prefix=/x'"))
                .tool("python", answer("3.11.2", "cpython", "/fast/py thon", "'--enable-optimizations' '--with-lto'"));
        Toolchain found = find(tools, null);

        assertThat(found.path()).isEqualTo("/slow/python3.12");
        assertThat(found.details())
                .containsEntry("build", "no PGO, no LTO")
                .extractingByKey("also found")
                .asString()
                .contains("/fast/py thon (3.11.2, PGO, LTO)");
        assertThat(found.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("python-no-pgo");
            assertThat(warning.remedy()).isEqualTo("choose another: -Dpython='/fast/py thon'");
        });
    }

    @Test
    void doesNotBlameADistributionForWhatItsFlagsLeaveOpen() throws IOException {
        Toolchain found = find(
                new FakeTools(folder)
                        .tool("python3", answer("3.99.2", "cpython", "/usr/bin/python3.99", "'--prefix=/usr'")),
                null);

        assertThat(found.warnings()).isEmpty();
        assertThat(found.details()).extractingByKey("build").asString().contains("unknown optimization");
    }

    @Test
    void takesTheOneThatIsNamed() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("python3", answer("3.12.1", "cpython", "/a", "--enable-optimizations"))
                .tool("mine", answer("3.13.0", "cpython", "/b", "--enable-optimizations"));

        assertThat(find(tools, "mine").path()).isEqualTo("/b");
        assertThat(find(tools, tools.bin().resolve("mine").toString()).path()).isEqualTo("/b");
        assertThatThrownBy(() -> find(tools, "theirs"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("was not found: no theirs (from -Dpython) in " + tools.bin());
        assertThatThrownBy(() -> find(tools, "/no/python"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("no program /no/python (from -Dpython).");
    }

    @Test
    void namesEveryInterpreterFirstTheOneThatARunTakes() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("python3", answer("3.12.1", "cpython", "/slow/python3.12", "'--prefix=/x'"))
                .tool("python3.9", answer("3.9.5", "cpython", "/old/python3.9", "--enable-optimizations"))
                .tool("python3.13", answer("3.13.0", "cpython", "/new/python3.13", "--enable-optimizations"));
        List<Toolchain> all = new PythonFinder(tools.host(), null).all();

        assertThat(all)
                .filteredOn(found -> !found.path().startsWith("/usr"))
                .extracting(Toolchain::version)
                .containsExactly("3.12.1", "3.9.5", "3.13.0");
        assertThat(all.get(0).details())
                .containsEntry("found as", tools.bin().resolve("python3").toString());
        assertThat(all.get(0).warnings()).isNotEmpty();
        assertThat(all.get(1).warnings()).isEmpty();
    }

    @Test
    void fallsBackToPython() throws IOException {
        FakeTools tools =
                new FakeTools(folder).tool("python", answer("3.9.0", "cpython", "/a", "--enable-optimizations"));

        assertThat(find(tools, null).version()).isEqualTo("3.9.0");
    }

    @Test
    void refusesWhatIsTooOldOrAnother() throws IOException {
        assertThatThrownBy(() ->
                        find(new FakeTools(folder).tool("python3", answer("3.8.10", "cpython", "/a", "")), null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("Python 3.8.10")
                .hasMessageContaining("3.9 is the oldest");
        assertThatThrownBy(() -> find(new FakeTools(folder).tool("python3", answer("3.10.1", "pypy", "/a", "")), null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is not CPython but pypy 3.10.1");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        FakeTools tools = new FakeTools(folder);

        assertThatThrownBy(() -> find(tools, null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("was not found: no python3 or python in " + tools.bin())
                .hasMessageContaining("-Druntimes=rust,c");
    }

    private Path virtualEnvironment() {
        Path venv = folder.resolve("eine umgebung");
        run(FakeTools.installed("python3"), "-m", "venv", "--without-pip", venv.toString());
        return venv.resolve("bin/python3");
    }

    private String run(Path program, String... arguments) {
        List<String> argv = new ArrayList<>(List.of(program.toString()));
        argv.addAll(List.of(arguments));
        CommandResult finished =
                new CommandRunner().run(new Invocation(argv, System.getenv(), folder, Duration.ofMinutes(2)));
        assertThat(finished.ok()).as(finished.stderr()).isTrue();
        return finished.stdout();
    }

    private Toolchain named(Path python) {
        return new PythonFinder(new ToolHost(new CommandRunner(), System.getenv(), folder), python.toString()).find();
    }

    private static Toolchain find(FakeTools tools, @Nullable String chosen) {
        return new PythonFinder(tools.host(), chosen).find();
    }

    private static String answer(String version, String implementation, String path, String configuration) {
        return "printf '%s\\t%s\\n' version '" + version + "' implementation " + implementation + " executable '" + path
                + "' config \"" + configuration + "\" venv no pth ''";
    }

    @Test
    void saysWhatIsWrongWithWhatIsNotAnInterpreter() throws IOException {
        Path odd = FakeTools.script(folder.resolve("odd"), "echo hi");
        assertThatThrownBy(() -> named(odd))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining(odd + " is not a Python");
        assertThatThrownBy(() -> named(folder))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is a folder. Give the program in it.");
        Path talking = FakeTools.script(folder.resolve("talking"), "echo \"$@\" | tr '\\n' ' '; exit 2");
        assertThatThrownBy(() -> named(talking))
                .isInstanceOf(ToolchainFailure.class)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).allMatch(line -> line.length() < 400));
    }
}
