package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.NativeLibrary;
import java.nio.file.Path;
import java.util.function.Function;

/** Builds the native libraries that Python programs load, each for the interpreter that loads it. */
final class ExtensionBuilder {
    private final BuildPaths places;
    private final PythonIntrospection interview;
    private final Function<Runtime, LanguageTools> languages;

    /**
     * @param interview asks the interpreters
     * @param languages the tools of the languages that libraries are written in
     */
    ExtensionBuilder(BuildPaths places, PythonIntrospection interview, Function<Runtime, LanguageTools> languages) {
        this.places = places;
        this.interview = interview;
        this.languages = languages;
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
        Path folder = places.of(catalogRoot)
                .extensions()
                .resolve(program.runtime() + "-" + BuildPaths.programName(workload, program));
        Path file = folder.resolve(extension.module() + interpreter.extensionSuffix());
        Compilation.createFolder(folder);
        PythonAdvice advice = PythonAdvice.of(program.runtime());
        languages
                .apply(extension.language())
                .build(new NativeLibrary(
                        catalogRoot,
                        workload,
                        program,
                        extension,
                        python,
                        Path.of(interpreter.include()),
                        new ToolchainFailure(advice.headers(), advice.headerPackages()),
                        file));
        return file;
    }
}
