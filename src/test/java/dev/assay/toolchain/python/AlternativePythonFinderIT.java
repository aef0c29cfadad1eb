package dev.assay.toolchain.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.FakeTools;
import dev.assay.toolchain.host.SearchPath;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlternativePythonFinderIT {
    @TempDir
    Path folder;

    private static String answer(String facts) {
        return "printf '%s\\t%s\\n' " + facts;
    }

    private static Toolchain find(FakeTools tools, Runtime runtime, @Nullable String chosen) {
        return new AlternativePythonFinder(tools.host(), runtime, chosen).find();
    }

    @Test
    void findsThePyPyOfThisMachine() {
        Optional<Path> pypy = SearchPath.parse(System.getenv("PATH")).find("pypy3");
        assumeThat(pypy).as("pypy3 on the PATH").isPresent();
        Toolchain found = new AlternativePythonFinder(
                        new ToolHost(new CommandRunner(), System.getenv(), folder), Runtime.PYPY, null)
                .find();

        assertThat(found.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(found.details()).containsEntry("implementation", "pypy");
        assertThat(found.details().get("language")).startsWith("Python 3.");
        assertThat(Path.of(found.path())).isExecutable();
    }

    @Test
    void findsPyPyBehindAShim() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool(
                        "pypy3",
                        answer("version 3.10.14 implementation pypy pypy 7.3.17 executable /opt/pypy/bin/pypy3"));
        Toolchain found = find(tools, Runtime.PYPY, null);

        assertThat(found.runtime()).isEqualTo(Runtime.PYPY);
        assertThat(found.path()).isEqualTo("/opt/pypy/bin/pypy3");
        assertThat(found.version()).isEqualTo("7.3.17");
        assertThat(found.details())
                .containsEntry("language", "Python 3.10.14")
                .containsEntry("found as", tools.bin().resolve("pypy3").toString());
    }

    @Test
    void refusesAPyPyThatIsNoneOrTooOld() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("pypy3", answer("version 3.12.1 implementation cpython executable /a"))
                .tool("old", answer("version 3.6.9 implementation pypy pypy 7.3.1 executable /a"));

        assertThatThrownBy(() -> find(tools, Runtime.PYPY, null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessage(tools.bin().resolve("pypy3")
                        + " is not PyPy but 'cpython'; sudo apt install pypy3, or set -Dpypy=/path/to/pypy3");
        assertThatThrownBy(() -> find(tools, Runtime.PYPY, "old"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is too old: it is Python 3.6.9, and the programs need 3.9");
        assertThatThrownBy(() -> find(tools, Runtime.PYPY, "/no/pypy"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("PyPy was not found: no /no/pypy;");
    }

    @Test
    void takesTheNewestPythonThatRunsWithoutItsLock() throws IOException {
        String free = " implementation cpython freethreaded yes gil off config --disable-gil executable ";
        FakeTools tools = new FakeTools(folder)
                .tool("python3.13t", answer("version 3.13.5" + free + "/a/python3.13t"))
                .tool("python3.14t", answer("version 3.14.0" + free + "/a/python3.14t"));

        assertThat(find(tools, Runtime.PYTHON_FT, null).path()).isEqualTo("/a/python3.14t");
        assertThat(find(tools, Runtime.PYTHON_FT, "python3.13t").version()).isEqualTo("3.13.5");
        assertThat(find(tools, Runtime.PYTHON_FT, null).details()).containsEntry("global lock", "off");
    }

    @Test
    void refusesAPythonWhoseLockIsOn() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool(
                        "python3.14t",
                        answer("version 3.14.0 implementation cpython freethreaded yes gil on executable /a"))
                .tool("usual", answer("version 3.14.0 implementation cpython freethreaded no gil on executable /a"));

        assertThatThrownBy(() -> find(tools, Runtime.PYTHON_FT, null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is a free-threaded build, but starts with the GIL enabled");
        assertThatThrownBy(() -> find(tools, Runtime.PYTHON_FT, "usual"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is not a free-threaded build (Py_GIL_DISABLED is not set)");
    }

    @Test
    void seesThatTheUsualPythonHasItsLock() {
        ToolHost host = new ToolHost(new CommandRunner(), System.getenv(), folder);
        Toolchain usual = new PythonFinder(host, null).find();
        assumeThat(usual.details()).as("the Python of this machine").containsEntry("global lock", "yes");

        assertThatThrownBy(() -> new AlternativePythonFinder(host, Runtime.PYTHON_FT, usual.path()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("is not a free-threaded build");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        FakeTools tools = new FakeTools(folder);

        assertThatThrownBy(() -> find(tools, Runtime.PYPY, null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageStartingWith("PyPy was not found: no pypy3 or pypy on the PATH; sudo apt install pypy3");
        assertThatThrownBy(() -> find(tools, Runtime.PYTHON_FT, null))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("-Dpython-ft=");
    }
}
