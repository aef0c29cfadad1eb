package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.model.Runtime;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.CargoProfile;
import dev.assay.model.catalog.Implementation.Compiler;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Source;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.python.Interpreter;
import dev.assay.toolchain.python.PythonIntrospection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that take more than every machine has: made where it is there, left out with the reason where it is not. */
class VariantBuilderIT {
    private static final ProgramFilter ALL = ProgramFilter.of(Set.copyOf(Runtime.measured()));
    private static final ToolChoice OFFLINE = new ToolChoice(null, null, null, true);

    @TempDir
    Path folder;

    private DemoProject project = new DemoProject(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        project = DemoProject.in(folder);
    }

    private static Implementation python(
            Runtime runtime, String variant, String source, List<String> needs, @Nullable Extension extension) {
        return new Implementation(runtime, variant, source, List.of(), needs, List.of(), null, null, extension, 1);
    }

    private static Implementation rust(
            String variant, String source, List<String> needs, @Nullable CargoProfile profile) {
        return new Implementation(Runtime.RUST, variant, source, List.of(), needs, List.of(), null, profile, null, 1);
    }

    private static Implementation cpp(String variant, @Nullable Compiler compiler) {
        return new Implementation(
                Runtime.CPP, variant, "hello.cpp", List.of(), List.of(), List.of(), compiler, null, null, 1);
    }

    private static Implementation clang() {
        return new Implementation(
                Runtime.C, "clang", "hello.c", List.of(), List.of(), List.of(), Compiler.CLANG, null, null, 1);
    }

    @Test
    void tunesARustProgramForThisProcessor() throws IOException {
        project.write(
                "workloads/Cargo.toml",
                DemoProject.manifest("workloads-for-tests", "demo-hello", "demo/hello/hello.rs")
                        + "[profile.tuned]\ninherits = \"release\"\npanic = \"abort\"\n");
        project.write("workloads/demo/hello/hello.rs", """
                fn main() {
                    print!("{} ", if cfg!(panic = "abort") { "aborts" } else { "unwinds" });
                    println!("{}", if cfg!(leaked) { "leaked" } else { "clean" });
                }
                """);
        Implementation std = rust("std", "hello.rs", List.of(), null);
        Implementation tuned = rust("tuned", "hello.rs", List.of(), CargoProfile.TUNED);
        Workload hello = DemoProject.workload(std, tuned);
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);

        assertThat(project.output(programs.argv(hello, std))).isEqualTo("unwinds clean\n");
        assertThat(project.output(programs.argv(hello, tuned))).isEqualTo("aborts clean\n");
        assertThat(programs.buildCommand(hello, tuned))
                .isEqualTo("RUSTFLAGS='-C target-cpu=native' cargo build --profile tuned --locked --manifest-path"
                        + " workloads/Cargo.toml --target-dir target/workloads/rust --bin demo-hello");
    }

    @Test
    void buildsAProgramAgainWhenAFileThatItSharesChanges() throws IOException {
        project.write("workloads/demo/hello/hello.rs", """
                #[path = "../words.rs"]
                mod words;
                fn main() {
                    println!("{}", words::WORD);
                }
                """);
        Implementation std = new Implementation(
                Runtime.RUST,
                "std",
                "hello.rs",
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                1,
                List.of("words.rs"));
        Workload hello = DemoProject.workload(std);
        Set<String> hashes = new HashSet<>();
        for (String word : List.of("hello", "hullo")) {
            project.write("workloads/demo/words.rs", "pub const WORD: &str = \"" + word + "\";\n");
            Programs programs = project.build(hello, ALL, ToolChoice.NONE);

            assertThat(project.output(programs.argv(hello, std))).isEqualTo(word + "\n");
            Source source =
                    programs.sources(project.catalog(hello), List.of(hello)).get(0);
            assertThat(source.text()).contains("fn main()").endsWith("\"" + word + "\";\n");
            assertThat(source.sha256()).isEqualTo(Sha256.hash(source.text().getBytes(StandardCharsets.UTF_8)));
            hashes.add(source.sha256());
        }
        assertThat(hashes).hasSize(2);
    }

    @Test
    void buildsAProgramThatNeedsPackagesApartAndLeavesItOutWhenTheyCannotBeHad() throws IOException {
        project.write("workloads/demo/hello/hello.spoken.rs", "fn main() { println!(\"{}\", voice::say()); }\n");
        project.write("workloads/crates/voice/src/lib.rs", "pub fn say() -> &'static str { \"hello\" }\n");
        project.write(
                "workloads/crates/voice/Cargo.toml",
                "[package]\nname = \"voice\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        project.write(
                "workloads/crates/Cargo.toml",
                DemoProject.manifest("crates-for-tests", "demo-hello-spoken", "../demo/hello/hello.spoken.rs")
                        + "required-features = [\"voice\"]\n\n[dependencies]\n"
                        + "voice = { path = \"voice\", optional = true }\n");
        project.write(
                "workloads/crates/Cargo.lock",
                DemoProject.lock("crates-for-tests")
                        + "dependencies = [\n \"voice\",\n]\n\n[[package]]\nname = \"voice\"\nversion = \"0.1.0\"\n");
        Implementation spoken = rust("spoken", "hello.spoken.rs", List.of("voice"), null);
        Implementation sung = rust("sung", "hello.sung.rs", List.of("song"), null);
        Workload hello = DemoProject.workload(spoken, sung);
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);

        assertThat(project.output(programs.argv(hello, spoken))).isEqualTo("hello\n");
        assertThat(programs.has(hello, sung)).isFalse();
        assertThat(programs.skipped(hello, sung))
                .contains("Building demo/hello in Rust, sung failed")
                .contains("song");

        project.write("workloads/demo/hello/hello.echo.rs", "fn main() { println!(\"{0} {0}\", voice::say()); }\n");
        project.write(
                "workloads/crates/Cargo.toml",
                DemoProject.manifest("crates-for-tests", "demo-hello-spoken", "../demo/hello/hello.spoken.rs")
                        + "required-features = [\"voice\"]\n\n[[bin]]\nname = \"demo-hello-echo\"\n"
                        + "path = \"../demo/hello/hello.echo.rs\"\nrequired-features = [\"voice\"]\n\n[dependencies]\n"
                        + "voice = { path = \"voice\", optional = true }\n");
        Implementation echo = rust("echo", "hello.echo.rs", List.of("voice"), null);
        Workload both = DemoProject.workload(spoken, echo);
        project.steps().clear();
        Programs together = project.build(both, ALL, ToolChoice.NONE);

        assertThat(project.steps()).containsExactly("building the 2 Rust programs with crates");
        assertThat(project.output(together.argv(both, spoken))).isEqualTo("hello\n");
        assertThat(project.output(together.argv(both, echo))).isEqualTo("hello hello\n");
        assertThat(together.buildCommand(both, echo))
                .isEqualTo("cargo build --release --locked --manifest-path workloads/crates/Cargo.toml"
                        + " --target-dir target/workloads/crates --features voice --bin demo-hello-echo");
    }

    @Test
    void takesClangWhereItIsThere() throws IOException {
        Workload hello = DemoProject.workload(clang());
        FakeTools tools = new FakeTools(folder).tool("clang", "exec '" + FakeTools.installed("gcc") + "' \"$@\"");
        for (String needed : List.of("cargo", "rustc", "cc", "ld", "as")) {
            tools.real(needed);
        }
        project.environment().put("PATH", tools.bin().toString());
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);

        assertThat(project.output(programs.argv(hello, clang()))).isEqualTo("hello\n");
        assertThat(programs.buildCommand(hello, clang())).startsWith("clang -std=c17 -O3");
        assertThat(programs.toolchains())
                .filteredOn(found -> found.runtime() == Runtime.C)
                .singleElement()
                .satisfies(found ->
                        assertThat(found.details().get("LLVM of rustc")).matches("\\d+\\..*"));

        Files.delete(tools.bin().resolve("clang"));
        assertThat(project.build(hello, ALL, ToolChoice.NONE).skipped(hello, clang()))
                .startsWith("clang was not found: no clang-")
                .endsWith("sudo apt install clang");
    }

    @Test
    void takesACompilerOfCppWhereItIsThere() throws IOException {
        project.write("workloads/demo/hello/hello.cpp", """
                #include <iostream>
                int main() { std::cout << "hello\\n"; }
                """);
        Implementation std = cpp("std", null);
        Implementation byClang = cpp("clang", Compiler.CLANG);
        Implementation c =
                new Implementation(Runtime.C, "std", "hello.c", List.of(), List.of(), List.of(), null, null, null, 1);
        Workload hello = DemoProject.workload(c, std, byClang);
        FakeTools tools = new FakeTools(folder).tool("clang++", "exec '" + FakeTools.installed("g++") + "' \"$@\"");
        for (String needed : List.of("cargo", "rustc", "cc", "c++", "ld", "as")) {
            tools.real(needed);
        }
        project.environment().keySet().removeAll(Set.of("CC", "CXX"));
        project.environment().put("PATH", tools.bin().toString());
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);

        assertThat(project.output(programs.argv(hello, std))).isEqualTo("hello\n");
        assertThat(project.output(programs.argv(hello, byClang))).isEqualTo("hello\n");
        assertThat(programs.argv(hello, std).get(0)).endsWith("target/workloads/cpp/demo-hello");
        assertThat(programs.buildCommand(hello, std)).startsWith("c++ -std=c++20 -O3 -ffp-contract=off");
        assertThat(programs.buildCommand(hello, byClang)).startsWith("clang++ -std=c++20");
        assertThat(programs.toolchains())
                .extracting(found -> found.runtime().toString())
                .containsExactly("rust", "c", "cpp", "cpp");

        for (String gone : List.of("c++", "clang++")) {
            Files.delete(tools.bin().resolve(gone));
        }
        Programs without = project.build(hello, ALL, ToolChoice.NONE);
        assertThat(without.skipped(hello, std))
                .startsWith("A C++ compiler was not found")
                .endsWith("apt install g++");
        assertThat(without.skipped(hello, byClang)).startsWith("clang++ was not found: no clang++-");
        assertThat(without.missingPackages()).containsExactly("clang", "g++");
        assertThat(project.output(without.argv(hello, c))).isEqualTo("hello\n");
    }

    @Test
    void startsOtherPythonsWithPythonsProgram() throws IOException {
        String real = "exec '" + FakeTools.installed("python3") + "' \"$@\"";
        Path fake = FakeTools.script(
                folder.resolve("fake-pypy"),
                "case \"$3\" in *sysconfig*) printf '%s\\t%s\\n'"
                        + " version 3.10.1 implementation pypy executable '" + folder.resolve("fake-pypy")
                        + "' pypy 7.3.17 ;; *) " + real + " ;; esac");
        Implementation pypy = python(Runtime.PYPY, "std", "hello.py", List.of(), null);
        Implementation free = python(Runtime.PYTHON_FT, "std", "hello.py", List.of(), null);
        Workload hello = DemoProject.workload(pypy, free);
        Programs programs = project.build(
                hello,
                ALL,
                new ToolChoice(null, fake.toString(), folder.resolve("nowhere").toString(), false));

        assertThat(programs.argv(hello, pypy).get(0)).isEqualTo(fake.toString());
        assertThat(project.output(programs.argv(hello, pypy))).isEqualTo("hello\n");
        assertThat(programs.skipped(hello, free)).startsWith("Free-threaded Python was not found: no");
    }

    @Test
    void buildsAModuleAndALibraryInC() throws IOException {
        Interpreter python = PythonIntrospection.answer(
                new PythonIntrospection(new ToolHost(new CommandRunner(), System.getenv(), folder))
                        .ask(FakeTools.installed("python3")));
        assumeThat(Path.of(python.include(), "Python.h"))
                .as("the headers of " + python.path())
                .exists();
        project.write("workloads/demo/hello/module.c", """
                #define PY_SSIZE_T_CLEAN
                #include <Python.h>
                static PyObject *say(PyObject *self, PyObject *none) {
                    (void)self; (void)none; return PyUnicode_FromString("hello");
                }
                static PyMethodDef methods[] = {{"say", say, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
                static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "voice", NULL, -1, methods, NULL, NULL, NULL, NULL};
                PyMODINIT_FUNC PyInit_voice(void) { return PyModule_Create(&module); }
                """);
        project.write("workloads/demo/hello/hello.module.py", "import voice\nprint(voice.say())\n");
        project.write("workloads/demo/hello/plain.c", "int twice(int x) { return 2 * x; }\n");
        project.write("workloads/demo/hello/hello.ctypes.py", """
                import ctypes, os
                print(ctypes.CDLL(os.environ["ASSAY_LIBRARY"]).twice(21))
                """);
        Implementation module = python(
                Runtime.PYTHON,
                "module",
                "hello.module.py",
                List.of(),
                new Extension(Runtime.C, "module.c", "voice", List.of()));
        Implementation ctypes = python(
                Runtime.PYTHON,
                "ctypes",
                "hello.ctypes.py",
                List.of(),
                new Extension(Runtime.C, "plain.c", "plain", List.of()));
        Workload hello = DemoProject.workload(module, ctypes);
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);

        assertThat(project.output(programs.argv(hello, module), programs.environment(hello, module)))
                .isEqualTo("hello\n");
        assertThat(project.output(programs.argv(hello, ctypes), programs.environment(hello, ctypes)))
                .isEqualTo("42\n");
    }

    @Test
    void buildsALibraryInRust() throws IOException {
        project.write(
                "workloads/demo/hello/lib.rs",
                "#[unsafe(no_mangle)]\npub extern \"C\" fn twice(x: i32) -> i32 { 2 * x }\n");
        project.write("workloads/demo/hello/hello.rusty.py", """
                import ctypes, os
                print(ctypes.CDLL(os.environ["ASSAY_LIBRARY"]).twice(21))
                """);
        project.write("workloads/crates/Cargo.toml", """
                [package]
                name = "crates-for-tests"
                version = "0.1.0"
                edition = "2024"

                [[example]]
                name = "demo-hello-rusty"
                path = "../demo/hello/lib.rs"
                crate-type = ["cdylib"]
                """);
        project.write("workloads/crates/Cargo.lock", DemoProject.lock("crates-for-tests"));
        Implementation rusty = python(
                Runtime.PYTHON,
                "rusty",
                "hello.rusty.py",
                List.of(),
                new Extension(Runtime.RUST, "lib.rs", "rusty", List.of()));
        Workload hello = DemoProject.workload(rusty);
        Programs programs = project.build(hello, ALL, OFFLINE);

        assertThat(programs.skipped(hello, rusty)).isNull();
        assertThat(project.output(programs.argv(hello, rusty), programs.environment(hello, rusty)))
                .isEqualTo("42\n");
    }

    @Test
    void saysWhichHeadersAreMissing() throws IOException {
        Path fake = FakeTools.script(
                folder.resolve("headless"),
                "printf '%s\\t%s\\n' version 3.12.1 implementation cpython" + " executable '"
                        + folder.resolve("headless") + "' include /no/include");
        project.write("workloads/demo/hello/module.c", "#include <Python.h>\n");
        Implementation module = python(
                Runtime.PYTHON,
                "module",
                "hello.py",
                List.of(),
                new Extension(Runtime.C, "module.c", "voice", List.of()));
        Workload hello = DemoProject.workload(module);

        assertThat(project.build(hello, ALL, ToolChoice.python(fake.toString())).skipped(hello, module))
                .isEqualTo("there is no /no/include/Python.h; for Debian's Python: sudo apt install python3-dev");
    }

    @Test
    void fetchesNothingWhenItMayNot() throws IOException {
        project.write("workloads/requirements.txt", "numpy==2.0.2 \\\n    --hash=sha256:00\n");
        Implementation numpy = python(Runtime.PYTHON, "numpy", "hello.py", List.of("numpy"), null);
        Implementation other = python(Runtime.PYTHON, "other", "hello.py", List.of("pandas"), null);
        Workload hello = DemoProject.workload(numpy, other);
        Programs programs = project.build(hello, ALL, OFFLINE);

        assertThat(programs.skipped(hello, numpy))
                .isEqualTo(
                        "its packages are not installed yet, and --offline does not allow downloads; run once without it");
        assertThat(programs.skipped(hello, other)).contains("requirements.txt does not pin the package 'pandas'");
        assertThat(project.root().resolve("target/venv")).doesNotExist();
    }

    @Test
    void installsPackagesOnceAndOnlyWithTheRightHash() throws IOException {
        Path wheel = Wheel.write(folder.resolve("wheels"), "voice", "SAID = 'hello'\n");
        project.environment().put("PIP_FIND_LINKS", folder.resolve("wheels").toString());
        project.environment().put("PIP_INDEX_URL", "http://127.0.0.1:9/");
        project.write("workloads/demo/hello/hello.voice.py", "import voice\nprint(voice.SAID)\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Implementation std = python(Runtime.PYTHON, "std", "hello.py", List.of(), null);
        Workload hello = DemoProject.workload(std, voice);
        String pin = "voice==1.0 --hash=sha256:";

        project.write("workloads/requirements.txt", pin + "0".repeat(64) + "\n");
        Programs wrong = project.build(hello, ALL, ToolChoice.NONE);
        assertThat(wrong.skipped(hello, voice)).startsWith("pip could not install the packages");
        assertThat(project.output(wrong.argv(hello, std))).isEqualTo("hello\n");

        project.write("workloads/requirements.txt", pin + Wheel.sha256(wheel) + "\n");
        Programs right = project.build(hello, ALL, ToolChoice.NONE);
        assertThat(right.skipped(hello, voice)).isNull();
        assertThat(project.output(right.argv(hello, voice))).isEqualTo("hello\n");
        assertThat(right.argv(hello, voice).get(0)).startsWith(project.root() + "/target/venv/python-3.");
        assertThat(right.argv(hello, std).get(0)).doesNotContain("venv");

        project.steps().clear();
        assertThat(project.build(hello, ALL, OFFLINE).skipped(hello, voice)).isNull();
        assertThat(project.steps()).isEmpty();
    }

    /** A wheel that a platform lacks then takes away no programs but those that need the same file. */
    @Test
    void aFileOfPackagesIsInstalledApartAndOnlyForAProgramThatNeedsIt() throws IOException {
        Path wheels = folder.resolve("wheels");
        Path wheel = Wheel.write(wheels, "voice", "SAID = 'hello'\n");
        project.environment().put("PIP_FIND_LINKS", wheels.toString());
        project.environment().put("PIP_NO_INDEX", "1");
        project.write("workloads/demo/hello/hello.voice.py", "import voice\nprint(voice.SAID)\n");
        project.write("workloads/requirements.txt", "choir==1.0 --hash=sha256:" + "0".repeat(64) + "\n");
        project.write("workloads/requirements-song.txt", "voice==1.0 --hash=sha256:" + Wheel.sha256(wheel) + "\n");
        Implementation choir = python(Runtime.PYTHON, "choir", "hello.py", List.of("choir"), null);
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Implementation both = python(Runtime.PYTHON, "both", "hello.py", List.of("voice", "choir"), null);
        Implementation drum = python(Runtime.PYTHON, "drum", "hello.py", List.of("voice", "drum"), null);

        Workload alone = DemoProject.workload(voice);
        Programs programs = project.build(alone, ALL, ToolChoice.NONE);
        assertThat(project.output(programs.argv(alone, voice))).isEqualTo("hello\n");
        assertThat(programs.buildCommand(alone, voice)).endsWith("-r workloads/requirements-song.txt");

        Workload all = DemoProject.workload(choir, voice, both, drum);
        Programs some = project.build(all, ALL, ToolChoice.NONE);
        assertThat(some.skipped(all, choir)).startsWith("pip could not install the packages");
        assertThat(project.output(some.argv(all, voice))).isEqualTo("hello\n");
        assertThat(some.skipped(all, both))
                .isEqualTo("no file requirements*.txt in " + project.root()
                        + "/workloads pins all of voice, choir; pin them together in one of them");
        assertThat(some.skipped(all, drum))
                .isEqualTo(project.root() + "/workloads/requirements.txt and the files requirements-*.txt beside it do"
                        + " not pin the package 'drum'; add it to one of them with version and hashes");
    }

    /** Such a package has no module at its top, and all packages counted as broken. */
    @Test
    void aPackageMayShareItsTopWithOthers() throws IOException {
        Path wheel = Wheel.write(folder.resolve("wheels"), "voice", "choir/voice/__init__.py", "SAID = 'hello'\n");
        project.environment().put("PIP_FIND_LINKS", folder.resolve("wheels").toString());
        project.environment().put("PIP_INDEX_URL", "http://127.0.0.1:9/");
        project.write("workloads/demo/hello/hello.voice.py", "from choir import voice\nprint(voice.SAID)\n");
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + Wheel.sha256(wheel) + "\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Workload hello = DemoProject.workload(voice);
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);
        assertThat(programs.skipped(hello, voice)).isNull();
        assertThat(project.output(programs.argv(hello, voice))).isEqualTo("hello\n");
    }

    /** The packages went elsewhere, and the environment was stamped as whole; the index and the wheels of that file are still taken. */
    @Test
    void packagesGoIntoTheEnvironmentWhateverPipsConfigurationSays() throws IOException {
        Path wheel = Wheel.write(folder.resolve("its wheels"), "voice", "SAID = 'hello'\n");
        Path elsewhere = folder.resolve("elsewhere");
        Path file = folder.resolve("pip.conf");
        Files.write(
                file,
                List.of(
                        "[global]",
                        "index-url = http://127.0.0.1:9/",
                        "require-virtualenv = false",
                        "[install]",
                        "find-links =",
                        "  http://127.0.0.1:9/none",
                        "  " + Files.createSymbolicLink(folder.resolve("wheels"), wheel.getParent()),
                        "target = " + elsewhere,
                        "no-binary = :all:",
                        "platform = win32",
                        "user = true"));
        project.environment().keySet().removeIf(name -> name.startsWith("PIP_"));
        project.environment().put("PIP_CONFIG_FILE", file.toString());
        for (String variable : List.of("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONPATH", "PYTHONUSERBASE")) {
            project.environment().put(variable, elsewhere.toString());
        }
        project.environment().put("PIP_REQUIRE_VIRTUALENV", "1");
        project.environment().put("PIP_USER", "1");
        project.write("workloads/demo/hello/hello.voice.py", "import voice\nprint(voice.SAID)\n");
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + Wheel.sha256(wheel) + "\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Workload hello = DemoProject.workload(voice);
        Programs programs = project.build(hello, ALL, ToolChoice.NONE);
        Files.delete(folder.resolve("wheels"));

        assertThat(programs.skipped(hello, voice)).isNull();
        assertThat(project.output(programs.argv(hello, voice))).isEqualTo("hello\n");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void anEnvironmentIsReadyOnceItsPackagesCanBeImported() throws IOException {
        Path wheels = folder.resolve("wheels");
        Path wheel = Wheel.write(wheels, "voice", "raise ImportError('no vocal cords')\n");
        project.environment().put("PIP_FIND_LINKS", wheels.toString());
        project.environment().put("PIP_NO_INDEX", "1");
        project.write("workloads/demo/hello/hello.voice.py", "import voice\nprint(voice.SAID)\n");
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + Wheel.sha256(wheel) + "\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Workload hello = DemoProject.workload(voice);

        assertThat(project.build(hello, ALL, ToolChoice.NONE).skipped(hello, voice))
                .startsWith("pip installed the packages, but they do not work (ImportError: no vocal cords);");
        assertThat(project.build(hello, ALL, OFFLINE).skipped(hello, voice))
                .startsWith("its packages are not installed yet");
    }

    /** A Python that does something else with a module. */
    private Path pythonWhose(String module, String deed) throws IOException {
        Path fake = FakeTools.script(
                folder.resolve("bare"),
                "case \"$2\" in " + module + ") " + deed + " ;; esac;" + " exec '" + FakeTools.installed("python3")
                        + "' \"$@\"");
        return FakeTools.script(
                folder.resolve("answering"),
                "case \"$3\" in *sysconfig*) printf '%s\\t%s\\n' version 3.12.1"
                        + " implementation cpython executable '" + fake + "' ;; *) exec '" + fake + "' \"$@\" ;; esac");
    }

    @Test
    void aPythonWhosePipCannotServeOthersGivesItsEnvironmentsTheirOwn() throws IOException {
        Path wheel = Wheel.write(folder.resolve("wheels"), "voice", "SAID = 'hello'\n");
        project.environment().put("PIP_FIND_LINKS", folder.resolve("wheels").toString());
        project.environment().put("PIP_NO_INDEX", "1");
        project.write("workloads/demo/hello/hello.voice.py", "import voice\nprint(voice.SAID)\n");
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + Wheel.sha256(wheel) + "\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.voice.py", List.of("voice"), null);
        Workload hello = DemoProject.workload(voice);
        Path old = pythonWhose("pip", "echo 'pip 22.2.9 from /nowhere (python 3.12)'; exit");
        Programs programs = project.build(hello, ALL, ToolChoice.python(old.toString()));

        assertThat(programs.skipped(hello, voice)).isNull();
        assertThat(project.output(programs.argv(hello, voice))).isEqualTo("hello\n");
        assertThat(programs.buildCommand(hello, voice))
                .doesNotContain("--without-pip", "--python")
                .contains("/bin/python -m pip install --require-hashes");
    }

    @Test
    void aPythonThatCannotMakeEnvironmentsIsNotAHindranceForTheOthers() throws IOException {
        Path answering = pythonWhose("venv", "echo 'No module named venv' >&2; exit 1");
        Path fake = folder.resolve("bare");
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + "0".repeat(64) + "\n");
        Implementation voice = python(Runtime.PYTHON, "voice", "hello.py", List.of("voice"), null);
        Implementation std = python(Runtime.PYTHON, "std", "hello.py", List.of(), null);
        Implementation voices = python(Runtime.PYTHON, "voices", "hello.py", List.of("voice"), null);
        Workload hello = DemoProject.workload(std, voice, voices);
        Programs programs = project.build(hello, ALL, ToolChoice.python(answering.toString()));

        assertThat(programs.skipped(hello, voice))
                .isEqualTo(fake
                        + " cannot create a virtual environment (No module named venv); sudo apt install python3-venv, or choose another"
                        + " Python with -Dpython");
        assertThat(programs.skipped(hello, voices)).isEqualTo(programs.skipped(hello, voice));
        assertThat(project.steps())
                .as("what failed is not tried again")
                .filteredOn(step -> step.startsWith("creating an environment"))
                .hasSize(1);
        assertThat(programs.missingPackages()).containsExactly("python3-venv");
        assertThat(project.output(programs.argv(hello, std))).isEqualTo("hello\n");
    }
}
