package dev.assay.toolchain.rust;

import dev.assay.model.AssayException;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.run.Toolchain;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.NativeLibrary;
import dev.assay.toolchain.host.PackageBuilder;
import dev.assay.toolchain.host.ProbeTool;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.ToolLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rust. */
public final class RustLanguage implements LanguageTools {
    private final BuildPaths places;
    private final Compilation compilation;
    private final Map<Programs.Key, Programs.Built> prepared = new HashMap<>();
    private @Nullable ToolLookup<RustTools> found;

    public RustLanguage(BuildPaths places, Compilation compilation) {
        this.places = places;
        this.compilation = compilation;
    }

    @Override
    public Runtime runtime() {
        return Runtime.RUST;
    }

    /** Cargo and rustc, or why they are not there. */
    public ToolLookup<RustTools> lookup() {
        if (found == null) {
            found = ToolLookup.of(new RustFinder(compilation.host())::find);
        }
        return found;
    }

    @Override
    public Toolchain find() {
        return lookup().orThrow().toolchain();
    }

    @Override
    public boolean contributes(RequestedPrograms.Program program) {
        Extension extension = program.implementation().extension();
        return extension != null && extension.language() == Runtime.RUST;
    }

    /** The version of its LLVM; an empty text where it is not there. */
    public String llvm() {
        return lookup().tool()
                .map(tools -> tools.toolchain().details().getOrDefault("LLVM", ""))
                .orElse("");
    }

    @Override
    public Map<Programs.Key, Programs.Built> build(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts) {
        if (programs.isEmpty()) {
            return Map.of();
        }
        Map<Programs.Key, String> names = new HashMap<>();
        SortedMap<String, Path> sources = new TreeMap<>();
        for (RequestedPrograms.Program each : programs) {
            String name = RustBuilder.binName(each.workload(), each.implementation());
            names.put(each.key(), name);
            sources.put(
                    name,
                    catalog.folder(each.workload())
                            .resolve(each.implementation().source()));
        }
        Map<String, Programs.Built> byName = builder(catalog.root()).build(catalog.root(), sources, layouts);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        names.forEach((key, name) -> built.put(key, byName.get(name)));
        return built;
    }

    /**
     * Builds what {@link #buildVariant} is to be asked for, as far as crates go into it: all in one go, so that each crate is compiled once, on
     * all processors. Where that fails, each program is built by itself when it is asked for, and says what is wrong with it.
     *
     * @param programs any programs; those in other languages are omitted
     */
    public void prepare(Catalog catalog, List<RequestedPrograms.Program> programs) {
        List<RequestedPrograms.Program> together = programs.stream()
                .filter(program -> program.of(Runtime.RUST)
                        && !program.implementation().needs().isEmpty()
                        && program.implementation().profile() == null)
                .toList();
        if (together.size() < 2) {
            return;
        }
        try {
            prepared.putAll(builder(catalog.root()).buildTogether(catalog.root(), together));
        } catch (AssayException.ToolchainFailure e) {
            prepared.clear();
        }
    }

    @Override
    public Programs.Built buildVariant(Catalog catalog, RequestedPrograms.Program program, List<Layout> layouts) {
        Programs.Built ready = prepared.remove(program.key());
        return ready != null
                ? ready
                : builder(catalog.root()).build(catalog.root(), program.workload(), program.implementation());
    }

    @Override
    public ProbeTool probes() {
        RustTools rust = lookup().orThrow();
        return new ProbeTool(
                rust.toolchain(),
                "rustc " + rust.toolchain().version(),
                List.of(rust.rustc().toString()),
                List.of("rustc"),
                probe -> List.of("--edition", Objects.requireNonNull(probe.edition()), "-O", "--error-format=json"),
                RustDiagnostics::parse);
    }

    @Override
    public PackageBuilder packages(Path catalogRoot) {
        return new CratePackageBuilder(places.of(catalogRoot), lookup().orThrow(), compilation);
    }

    @Override
    public List<String> packageManager(Path catalogRoot) {
        return List.of(lookup().orThrow().cargo().toString());
    }

    @Override
    public void build(NativeLibrary library) {
        Path built = builder(library.catalogRoot())
                .library(library.catalogRoot(), library.workload(), library.extension(), library.python());
        try {
            Files.copy(built, library.file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssayException.Storage(
                    "Cannot copy the library to " + library.file(), e, AssayException.Storage.REMEDY);
        }
    }

    private RustBuilder builder(Path catalogRoot) {
        return new RustBuilder(places.of(catalogRoot), lookup().orThrow(), compilation);
    }
}
