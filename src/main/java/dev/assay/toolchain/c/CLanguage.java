package dev.assay.toolchain.c;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.WholeFile;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.Compiler;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.run.Toolchain;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.NativeLibrary;
import dev.assay.toolchain.host.ProbeTool;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.ToolLookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** C or C++ by one compiler: the usual one, or one that programs name. */
public final class CLanguage implements LanguageTools {
    private static final String HEADER = "Python.h";

    private final Dialect dialect;
    private final BuildPaths places;
    private final Compilation compilation;
    private final @Nullable Compiler named;
    private final Function<CFinder, CCompiler> search;
    private @Nullable ToolLookup<CCompiler> found;

    /**
     * @param dialect the language
     * @param named the compiler that its programs name; null for those that name none
     * @param search how the compiler is found
     */
    public CLanguage(
            Dialect dialect,
            BuildPaths places,
            Compilation compilation,
            @Nullable Compiler named,
            Function<CFinder, CCompiler> search) {
        this.dialect = dialect;
        this.places = places;
        this.compilation = compilation;
        this.named = named;
        this.search = search;
    }

    @Override
    public Runtime runtime() {
        return dialect.runtime();
    }

    /** The compiler, or why it is not there. */
    public ToolLookup<CCompiler> lookup() {
        if (found == null) {
            found = ToolLookup.of(() -> search.apply(new CFinder(dialect, compilation.host())));
        }
        return found;
    }

    @Override
    public Toolchain find() {
        return lookup().orThrow().toolchain();
    }

    @Override
    public List<Toolchain> survey() {
        return named == null ? new CFinder(dialect, compilation.host()).all() : List.of(find());
    }

    @Override
    public boolean makes(RequestedPrograms.Program program) {
        return program.of(dialect.runtime()) && program.implementation().compiler() == named;
    }

    @Override
    public boolean contributes(RequestedPrograms.Program program) {
        Extension extension = program.implementation().extension();
        return named == null && extension != null && extension.language() == dialect.runtime();
    }

    @Override
    public Map<Programs.Key, Programs.Built> build(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts) {
        return programs.isEmpty() ? Map.of() : compile(catalog, programs, layouts);
    }

    @Override
    public Programs.Built buildVariant(Catalog catalog, RequestedPrograms.Program program, List<Layout> layouts) {
        // of the variants, only those of a named compiler are compared with Rust
        boolean compared = named != null || program.implementation().primary();
        return Objects.requireNonNull(compile(catalog, List.of(program), compared ? layouts : List.of())
                .get(program.key()));
    }

    private Map<Programs.Key, Programs.Built> compile(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts) {
        Map<RequestedPrograms.Program, Path> folders = new LinkedHashMap<>();
        programs.forEach(program -> folders.put(program, catalog.folder(program.workload())));
        return new CBuilder(dialect, places.of(catalog.root()), lookup().orThrow(), compilation)
                .build(folders, layouts);
    }

    @Override
    public ProbeTool probes() {
        CCompiler c = lookup().orThrow();
        String name = String.valueOf(c.toolchain().details().get("compiler"));
        return new ProbeTool(
                c.toolchain(), name, c.command(), c.shown(), probe -> dialect.flags(), CDiagnostics::parse);
    }

    @Override
    public void build(NativeLibrary library) {
        CCompiler compiler = lookup().orThrow();
        Implementation program = library.program();
        Path source = library.catalogRoot()
                .resolve(library.workload().id())
                .resolve(library.extension().source());
        if (read(source).contains(HEADER)
                && !Files.isRegularFile(library.headers().resolve(HEADER))) {
            ToolchainFailure advice = library.withoutHeaders();
            throw new ToolchainFailure(
                    "there is no " + library.headers().resolve(HEADER) + "; " + advice.getMessage(), advice.packages());
        }
        List<String> arguments = new ArrayList<>(dialect.flags());
        arguments.addAll(List.of("-shared", "-fPIC", "-I", library.headers().toString(), "-o"));
        arguments.addAll(List.of(places.shown(library.file()), places.shown(source)));
        arguments.addAll(program.build());
        compilation.run(
                "a library of " + library.workload().id() + " in "
                        + dialect.runtime().title(),
                joined(compiler.command(), arguments),
                ShellWords.join(joined(compiler.shown(), arguments)),
                Map.of());
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
}
