package dev.assay.toolchain.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.FakeTools;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CFinderIT {
    @TempDir
    Path folder;

    @Test
    void findsTheCompilerOfThisMachine() {
        CCompiler compiler = new CFinder(Dialect.C, new ToolHost(new CommandRunner(), System.getenv(), folder)).find();

        assertThat(compiler.toolchain().version()).matches("\\d+(\\.\\d+)*");
        assertThat(compiler.toolchain().details()).containsKeys("compiler", "target");
        assertThat(Path.of(compiler.command().get(0))).isAbsolute().isExecutable();
    }

    @Test
    void prefersWhatTheUserNames() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("cc", "echo cc 1.0")
                .tool("my-cc", "echo \"my-cc 7.8.9 $1\"")
                .variable("CC", "my-cc --wrapped");
        CCompiler compiler = new CFinder(Dialect.C, tools.host()).find();

        assertThat(compiler.command())
                .containsExactly(tools.bin().resolve("my-cc").toString(), "--wrapped");
        assertThat(compiler.shown()).containsExactly("my-cc", "--wrapped");
        assertThat(compiler.toolchain().version()).isEqualTo("7.8.9");
    }

    @Test
    void namesEveryCompilerOnceAndLeavesOutWhatDoesNotWork() throws IOException {
        FakeTools tools =
                new FakeTools(folder).tool("gcc", "echo gcc 9.1.0").tool("clang", "echo clang version 15.0.7");
        Files.createSymbolicLink(tools.bin().resolve("cc"), tools.bin().resolve("gcc"));

        assertThat(new CFinder(Dialect.C, tools.host()).all())
                .extracting(Toolchain::version)
                .containsExactly("9.1.0", "15.0.7");
        tools.tool("clang", "exit 1");
        assertThat(new CFinder(Dialect.C, tools.host()).all())
                .extracting(Toolchain::version)
                .containsExactly("9.1.0");
        Files.delete(tools.bin().resolve("cc"));
    }

    /** As links in /usr/lib/ccache: what they end at decides by the name by which it is called. */
    @Test
    void looksThroughACache() throws IOException {
        Path cache = FakeTools.script(folder.resolve("elsewhere/ccache"), "echo ccache version 4.7");
        FakeTools tools = new FakeTools(folder);
        Path links = Files.createDirectories(folder.resolve("lib/ccache"));
        Files.createSymbolicLink(links.resolve("cc"), cache);
        tools.tool("cc", "echo gcc 9.1.0").variable("PATH", links + ":" + tools.bin());
        CCompiler compiler = new CFinder(Dialect.C, tools.host()).find();
        Files.delete(links.resolve("cc"));

        assertThat(compiler.command()).containsExactly(tools.bin().resolve("cc").toString());
        assertThat(compiler.toolchain().version()).isEqualTo("9.1.0");
        assertThat(new CFinder(
                                Dialect.C,
                                tools.variable("CC", "ccache distcc cc -m64").host())
                        .find()
                        .shown())
                .containsExactly("cc", "-m64");
    }

    @Test
    void saysThatACompilerIsACacheOrAScript() throws IOException {
        Path cache = FakeTools.script(folder.resolve("elsewhere/ccache"), "echo gcc 9.1.0");
        FakeTools tools = new FakeTools(folder);
        Files.createSymbolicLink(tools.bin().resolve("cc"), cache);
        Toolchain behind = new CFinder(Dialect.C, tools.host()).find().toolchain();
        Files.delete(tools.bin().resolve("cc"));
        Toolchain script = new CFinder(
                        Dialect.C, tools.tool("cc", "echo gcc 9.1.0").host())
                .find()
                .toolchain();

        assertThat(behind.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .isEqualTo(tools.bin().resolve("cc") + " is " + cache
                                + ", and the real compiler was not found on the PATH"));
        assertThat(script.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("cc is a script, and any compiler flags that it adds"));
        assertThat(new CFinder(Dialect.C, new ToolHost(new CommandRunner(), System.getenv(), folder))
                        .find()
                        .toolchain()
                        .warnings())
                .isEmpty();
    }

    /** They say so themselves: clang with its version, gcc at length. */
    @ParameterizedTest
    @CsvSource({"--version, Configuration file:", "-v, Reading specs from"})
    void saysThatACompilerTakesFlagsFromAFile(String question, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("flags"), "-fno-vectorize\n");
        FakeTools tools = new FakeTools(folder)
                .tool(
                        "cc",
                        "echo gcc 9.1.0; if [ \"$1\" = " + question + " ]; then echo '" + words + " " + file
                                + "'; echo '" + words + " " + file + "' >&2; fi");
        Toolchain before = new CFinder(Dialect.C, tools.host()).find().toolchain();
        Files.writeString(file, "-O0\n");
        Toolchain after = new CFinder(Dialect.C, tools.host()).find().toolchain();

        assertThat(before.details().get("flags from"))
                .startsWith(file + " (")
                .isNotEqualTo(after.details().get("flags from"));
        assertThat(before.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("cc reads flags from " + file));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        FakeTools tools = new FakeTools(folder);

        assertThatThrownBy(() -> new CFinder(Dialect.C, tools.host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("was not found: no cc, gcc or clang in " + tools.bin())
                .hasMessageContaining("sudo apt install gcc libc6-dev");
        assertThatThrownBy(
                        () -> new CFinder(Dialect.C, tools.variable("CC", "icc").host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("icc (from CC)");
    }

    @Test
    void findsTheCompilerOfCppByItsOwnNamesAndVariable() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("cc", "echo cc 1.0")
                .tool("g++", "echo g++ 14.2.0")
                .tool("clang++", "echo clang version 19.1.7")
                .variable("CC", "cc");
        CCompiler found = new CFinder(Dialect.CPP, tools.host()).find();
        CCompiler chosen = new CFinder(
                        Dialect.CPP,
                        tools.variable("CXX", "ccache clang++ -m64").host())
                .find();

        assertThat(found.shown()).containsExactly("g++");
        assertThat(found.toolchain().runtime()).isEqualTo(Runtime.CPP);
        assertThat(found.toolchain().version()).isEqualTo("14.2.0");
        assertThat(found.toolchain().details().get("flags")).startsWith("-std=c++20 -O3");
        assertThat(chosen.shown()).containsExactly("clang++", "-m64");
        assertThat(chosen.toolchain().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message()).endsWith("apply to every C++ program");
            assertThat(warning.remedy()).endsWith("CXX=/path/to/g++");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "14.0.6, 22.1.2, 8 major versions older than the LLVM 22 of rustc",
        "21.0.1, 22.1.2, 1 major version older than the LLVM 22 of rustc",
        "22.0.0, 22.1.2, ''",
        "23.0.0, 22.1.2, ''",
        "14.0.6, '', ''",
    })
    void saysHowMuchOlderThanTheLlvmOfRustcClangIs(String version, String rustLlvm, String words) throws IOException {
        FakeTools tools = new FakeTools(folder).tool("clang", "echo clang version " + version);

        assertThat(new CFinder(Dialect.C, tools.host())
                        .clang(rustLlvm)
                        .toolchain()
                        .warnings())
                .filteredOn(warning -> warning.code().equals("older-clang"))
                .hasSize(words.isEmpty() ? 0 : 1)
                .allSatisfy(warning -> assertThat(warning.message()).contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        // the clang of rustc's LLVM, wherever it is
        "22.1.2, zig",
        // else that of the system, which needs no detour
        "21.1.0, clang",
        "'', clang",
    })
    void takesTheClangInsideOfZigWhereOnlyThatIsOfTheLlvmOfRustc(String rustLlvm, String taken) throws IOException {
        FakeTools tools = withZig(new FakeTools(folder)
                .tool("cc", "case $1 in -dumpmachine) echo x86_64-linux-gnu;; *) echo gcc 12.2.0;; esac")
                .tool("clang", "echo Debian clang version 14.0.6"));

        CCompiler found = new CFinder(Dialect.C, tools.host()).clang(rustLlvm);

        assertThat(found.shown().get(0)).isEqualTo(taken);
        assertThat(found.toolchain().version()).isEqualTo(taken.equals("zig") ? "22.1.8" : "14.0.6");
    }

    @Test
    void callsTheClangInsideOfZigSoThatItTakesHeadersAndLibrariesOfTheSystem() throws IOException {
        FakeTools tools = withZig(new FakeTools(folder)
                .tool("c++", "case $1 in -dumpmachine) echo x86_64-linux-gnu;; *) echo g++ 12.2.0;; esac"));

        CCompiler found = new CFinder(Dialect.CPP, tools.host()).clang("19.1");

        assertThat(found.command())
                .containsExactly(
                        tools.bin().resolve("python-zig").toString(),
                        "clang",
                        "--driver-mode=g++",
                        "--target=x86_64-linux-gnu",
                        "-resource-dir",
                        folder.resolve("below/lib").toString());
        assertThat(found.toolchain().warnings()).extracting(Warning::code).doesNotContain("older-clang");
    }

    @Test
    void goesOnWithoutAZigThatDoesNotWork() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("cc", "echo gcc 12.2.0")
                .tool("zig", "exit 1")
                .tool("clang", "echo clang version 14.0.6");

        assertThat(new CFinder(Dialect.C, tools.host()).clang("22.1.2").shown()).containsExactly("clang");
    }

    /** It names its folder as seen from where it was started, as Zig 0.17 does. */
    private static FakeTools withZig(FakeTools tools) throws IOException {
        return tools.tool(
                "python-zig",
                "case $1 in env) echo '.{'; echo \"  .zig_exe = \\\"$0\\\",\"; echo '  .lib_dir = \"below/lib\",';;"
                        + " clang) echo clang version 22.1.8;; esac");
    }

    @Test
    void saysInOneLineThatThereIsNoCpp() throws IOException {
        CFinder finder = new CFinder(
                Dialect.CPP, new FakeTools(folder).tool("cc", "echo cc 1.0").host());

        assertThatThrownBy(finder::find)
                .isInstanceOf(ToolchainFailure.class)
                .hasMessage("A C++ compiler was not found: no c++ or g++ or clang++ on the PATH; sudo apt install g++");
        assertThatThrownBy(() -> finder.clang("19.1"))
                .isInstanceOf(ToolchainFailure.class)
                .hasMessage("clang++ was not found: no clang++-19 or clang++ on the PATH; sudo apt install clang");
    }

    @Test
    void showsWhatAFailingCompilerSays() throws IOException {
        FakeTools tools = new FakeTools(folder).tool("cc", "echo 'you have not agreed to the license' >&2; exit 69");

        assertThatThrownBy(() -> new CFinder(Dialect.C, tools.host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("exited with code 69")
                .hasMessageContaining("| you have not agreed to the license");
    }

    @ParameterizedTest
    @CsvSource({
        "gcc (Debian 12.2.0-14+deb12u1) 12.2.0, 12.2.0",
        "gcc (GCC) 13.2.1 20240316 (Red Hat 13.2.1-7), 13.2.1",
        "Debian clang version 14.0.6, 14.0.6",
        "Apple clang version 15.0.0 (clang-1500.3.9.4), 15.0.0",
        "something else, unknown"
    })
    void readsVersions(String line, String version) {
        assertThat(CFinder.version(line)).isEqualTo(version);
    }
}
