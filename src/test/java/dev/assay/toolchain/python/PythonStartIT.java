package dev.assay.toolchain.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import dev.assay.toolchain.FakeTools;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before an interpreter: scripts, and compiled programs that keep the name under which they were called. */
class PythonStartIT {
    @TempDir
    Path folder;

    private static Path python = Path.of("");

    @BeforeAll
    static void findPython() {
        ToolHost host =
                new ToolHost(new CommandRunner(), System.getenv(), Path.of("").toAbsolutePath());
        python = Path.of(new PythonFinder(host, null).find().path());
    }

    private PythonStart start(Path program) {
        return PythonStart.of(program, folder, System.getenv());
    }

    /** As mise does it: the interpreter takes the shim's path for its own. */
    private Path compiled(Path program) throws IOException {
        Files.createDirectories(program.getParent());
        Path source = Files.writeString(folder.resolve("shim.c"), """
                #include <unistd.h>
                int main(int argc, char **argv) { (void)argc; return execv("%s", argv); }
                """.formatted(python));
        CommandResult built = new CommandRunner()
                .run(new Invocation(
                        List.of(FakeTools.installed("cc").toString(), "-o", program.toString(), source.toString()),
                        System.getenv(),
                        folder,
                        Duration.ofMinutes(1)));
        assertThat(built.ok()).as(built.stderr()).isTrue();
        return program;
    }

    @Test
    void anInterpreterIsItself() {
        assertThat(start(python)).isEqualTo(new PythonStart(PythonStart.Kind.ITSELF, python));
    }

    @Test
    void aLinkToItIsToo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("python3"), python);

        assertThat(start(link)).isEqualTo(new PythonStart(PythonStart.Kind.ITSELF, link));
        Files.delete(link);
    }

    @ParameterizedTest
    @CsvSource({
        "shims/python3, exec '%s' \"$@\", SHIM",
        "bin/python3, true pyenv exec; exec '%s' \"$@\", SHIM",
        "bin/python3, exec '%s' \"$@\", WRAPPER",
        "bin/python3.11, exec '%s' \"$@\", WRAPPER",
        "bin/python3, exit 3, ITSELF",
        "bin/run, exec '%s' \"$@\", ITSELF",
    })
    void aScriptIsAShimOrAWrapper(String path, String text, PythonStart.Kind kind) throws IOException {
        Path script = FakeTools.script(folder.resolve(path), text.replace("%s", python.toString()));

        assertThat(start(script)).isEqualTo(new PythonStart(kind, kind == PythonStart.Kind.ITSELF ? script : python));
    }

    @Test
    void aCompiledShimIsFoundOut() throws IOException {
        Path shim = compiled(folder.resolve("shims/python3"));
        Path link = Files.createSymbolicLink(folder.resolve("python3"), compiled(folder.resolve("bin/mise")));

        assertThat(start(shim)).isEqualTo(new PythonStart(PythonStart.Kind.SHIM, python));
        assertThat(start(link)).isEqualTo(new PythonStart(PythonStart.Kind.SHIM, python));
        assertThat(start(compiled(folder.resolve("own/python3"))))
                .isEqualTo(new PythonStart(PythonStart.Kind.WRAPPER, python));
        assertThat(new PythonFinder(new ToolHost(new CommandRunner(), System.getenv(), folder), shim.toString())
                        .find()
                        .path())
                .isEqualTo(python.toString());
        Files.delete(link);
    }
}
