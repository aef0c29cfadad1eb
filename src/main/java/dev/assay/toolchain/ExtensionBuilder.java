package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Implementation;
import dev.assay.model.Implementation.Extension;
import dev.assay.model.Runtime;
import dev.assay.model.WholeFile;
import dev.assay.model.Workload;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.c.CBuilder;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.ToolLookup;
import dev.assay.toolchain.python.Interpreter;
import dev.assay.toolchain.python.PythonIntrospection;
import dev.assay.toolchain.rust.RustBuilder;
import dev.assay.toolchain.rust.RustTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the native libraries that Python programs load, each for the interpreter that loads it. */
final class ExtensionBuilder {
    private static final String HEADER = "Python.h";

    private final BuildPaths places;
    private final Compilation compilation;
    private final PythonIntrospection interview;
    private final ToolLookup<RustTools> rust;
    private final ToolLookup<CCompiler> c;

    ExtensionBuilder(
            BuildPaths places,
            Compilation compilation,
            PythonIntrospection interview,
            ToolLookup<RustTools> rust,
            ToolLookup<CCompiler> c) {
        this.places = places;
        this.compilation = compilation;
        this.interview = interview;
        this.rust = rust;
        this.c = c;
    }

    /**
     * The library of a program.
     *
     * @param catalogRoot the folder of the workloads
     * @param python the interpreter that is to load it
     * @return the file, alone in its folder but for others of the same program
     * @throws ToolchainFailure if it cannot be built, with the reason
     */
    Path build(Path catalogRoot, Workload workload, Implementation program, Extension extension, Path python) {
        Interpreter interpreter = PythonIntrospection.answer(interview.ask(python));
        Path folder = places.extensions().resolve(program.runtime() + "-" + BuildPaths.programName(workload, program));
        Path library = folder.resolve(extension.module() + interpreter.extensionSuffix());
        Compilation.createFolder(folder);
        if (extension.language() == Runtime.RUST) {
            copy(
                    new RustBuilder(places, rust.orThrow(), compilation)
                            .library(catalogRoot, workload, extension, python),
                    library);
        } else {
            Path source = catalogRoot.resolve(workload.id()).resolve(extension.source());
            compile(workload, program, source, interpreter, library);
        }
        return library;
    }

    private void compile(
            Workload workload, Implementation program, Path source, Interpreter interpreter, Path library) {
        CCompiler compiler = c.orThrow();
        Path headers = Path.of(interpreter.include());
        if (read(source).contains(HEADER) && !Files.isRegularFile(headers.resolve(HEADER))) {
            throw new ToolchainFailure(
                    "there is no " + headers.resolve(HEADER) + "; " + headersOf(program.runtime()),
                    headerPackages(program.runtime()));
        }
        List<String> arguments = new ArrayList<>(CBuilder.FLAGS);
        arguments.addAll(List.of("-shared", "-fPIC", "-I", headers.toString(), "-o"));
        arguments.addAll(List.of(places.shown(library), places.shown(source)));
        arguments.addAll(program.build());
        compilation.run(
                "a library of " + workload.id() + " in C",
                joined(compiler.command(), arguments),
                ShellWords.join(joined(compiler.shown(), arguments)),
                Map.of());
    }

    private static List<String> headerPackages(Runtime runtime) {
        return switch (runtime) {
            case PYTHON -> List.of("python3-dev");
            case PYPY -> List.of("pypy3-dev");
            default -> List.of();
        };
    }

    private static String headersOf(Runtime runtime) {
        return switch (runtime) {
            case PYTHON -> "for Debian's Python: sudo apt install python3-dev";
            case PYPY -> "for Debian's PyPy: sudo apt install pypy3-dev";
            default -> "install the headers of this interpreter";
        };
    }

    private static List<String> joined(List<String> command, List<String> arguments) {
        List<String> argv = new ArrayList<>(command);
        argv.addAll(arguments);
        return argv;
    }

    private static String read(Path source) {
        try {
            return new String(WholeFile.read(source), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read " + source, e, "Make it readable.");
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot copy the library to " + to, e, AssayException.Storage.REMEDY);
        }
    }
}
