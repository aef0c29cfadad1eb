package dev.assay.toolchain.python;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.run.Toolchain;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.PackageBuilder;
import dev.assay.toolchain.host.ProbeTool;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolLookup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of the Pythons. */
public final class PythonLanguage implements LanguageTools {
    private final Runtime runtime;
    private final @Nullable String chosen;
    private final BuildPaths places;
    private final Compilation compilation;
    private final ToolHost host;
    private final Packages packages;
    private final ExtensionBuilder extensions;
    private @Nullable ToolLookup<Toolchain> found;

    /**
     * @param runtime which of them
     * @param chosen the interpreter that the user names, a path or a name on the PATH; null for the first that is found
     * @param languages the tools of the languages that its libraries are written in
     */
    public PythonLanguage(
            Runtime runtime,
            @Nullable String chosen,
            BuildPaths places,
            Compilation compilation,
            Function<Runtime, LanguageTools> languages) {
        this.runtime = runtime;
        this.chosen = chosen;
        this.places = places;
        this.compilation = compilation;
        this.host = compilation.host();
        this.packages = new Packages(places, compilation);
        this.extensions = new ExtensionBuilder(places, new PythonIntrospection(host), languages);
    }

    @Override
    public Runtime runtime() {
        return runtime;
    }

    @Override
    public Toolchain find() {
        if (found == null) {
            found = ToolLookup.of(
                    runtime == Runtime.PYTHON
                            ? new PythonFinder(host, chosen)::find
                            : new AlternativePythonFinder(host, runtime, chosen)::find);
        }
        return found.orThrow();
    }

    @Override
    public List<Toolchain> survey() {
        return runtime == Runtime.PYTHON ? new PythonFinder(host, chosen).all() : List.of(find());
    }

    @Override
    public Map<Programs.Key, Programs.Built> build(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts) {
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        programs.forEach(each -> built.put(each.key(), buildVariant(catalog, each, layouts)));
        return built;
    }

    @Override
    public Programs.Built buildVariant(Catalog catalog, RequestedPrograms.Program program, List<Layout> layouts) {
        Implementation implementation = program.implementation();
        Toolchain interpreter = find();
        Path started = Path.of(interpreter.path());
        String command = "";
        if (!implementation.needs().isEmpty()) {
            Packages.Provided provided = packages.provide(interpreter, catalog.root(), implementation.needs());
            started = provided.python();
            command = provided.command();
        }
        Extension extension = implementation.extension();
        if (extension == null) {
            return PythonPrograms.start(places, catalog, program, started, command, Optional.empty(), Map.of());
        }
        Path library = extensions.build(catalog.root(), program.workload(), implementation, extension, started);
        Map<String, String> environment = new TreeMap<>();
        environment.put(Programs.LIBRARY, library.toString());
        environment.put(
                "PYTHONPATH", Objects.requireNonNull(library.getParent()).toString());
        return PythonPrograms.start(places, catalog, program, started, command, Optional.of(library), environment);
    }

    @Override
    public ProbeTool checker(Path catalogRoot) {
        Path python =
                packages.provide(find(), catalogRoot, List.of(Mypy.PACKAGE)).python();
        return new Mypy(places.of(catalogRoot), host).of(find(), python);
    }

    @Override
    public PackageBuilder packages(Path catalogRoot) {
        Path python = packages.provide(find(), catalogRoot, SourcePackageBuilder.TOOLS)
                .python();
        return new SourcePackageBuilder(places.of(catalogRoot), compilation, packages, find(), python);
    }

    @Override
    public List<String> packageManager(Path catalogRoot) {
        Path python = packages.provide(find(), catalogRoot, SourcePackageBuilder.TOOLS)
                .python();
        return packages.pipAnywhere(find(), python);
    }

    @Override
    public ProbeTool probes() {
        Toolchain interpreter = find();
        return ProbeTool.interpreter(interpreter, runtime.title() + " " + interpreter.version());
    }
}
