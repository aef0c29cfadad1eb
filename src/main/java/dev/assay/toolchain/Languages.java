package dev.assay.toolchain;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation.Compiler;
import dev.assay.toolchain.c.CFinder;
import dev.assay.toolchain.c.CLanguage;
import dev.assay.toolchain.c.Dialect;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.python.PythonLanguage;
import dev.assay.toolchain.rust.RustLanguage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The tools of every language, for one place and one choice of the user's. */
final class Languages {
    /** One line for each, in the order of toolchains in reports. */
    static final List<Function<Languages, LanguageTools>> KNOWN = new CopyOnWriteArrayList<>(List.of(
            all -> all.rust,
            all -> all.python(Runtime.PYTHON),
            all -> all.c,
            all -> all.clang,
            all -> all.cpp,
            all -> all.clangCpp,
            all -> all.python(Runtime.PYPY),
            all -> all.python(Runtime.PYTHON_FT)));

    final BuildPaths places;
    final Compilation compilation;
    private final ToolChoice choice;
    private final RustLanguage rust;
    private final CLanguage c;
    private final CLanguage clang;
    private final CLanguage cpp;
    private final CLanguage clangCpp;
    private final List<LanguageTools> all;

    /**
     * @param places where sources lie and what is built goes, with Assay's own catalog
     * @param compilation runs compilers
     * @param choice what the user says about tools
     */
    Languages(BuildPaths places, Compilation compilation, ToolChoice choice) {
        this.places = places;
        this.compilation = compilation;
        this.choice = choice;
        this.rust = new RustLanguage(places, compilation);
        this.c = usual(Dialect.C);
        this.clang = clang(Dialect.C);
        this.cpp = usual(Dialect.CPP);
        this.clangCpp = clang(Dialect.CPP);
        this.all = KNOWN.stream().map(known -> known.apply(this)).toList();
    }

    private CLanguage usual(Dialect dialect) {
        return new CLanguage(dialect, places, compilation, null, CFinder::find);
    }

    private CLanguage clang(Dialect dialect) {
        return new CLanguage(dialect, places, compilation, Compiler.CLANG, finder -> finder.clang(rust.llvm()));
    }

    private PythonLanguage python(Runtime runtime) {
        return new PythonLanguage(runtime, choice.interpreter(runtime), places, compilation, this::of);
    }

    List<LanguageTools> all() {
        return all;
    }

    /** The tools that programs of a runtime take unless they name others. */
    LanguageTools of(Runtime runtime) {
        return all.stream()
                .filter(language -> language.runtime() == runtime)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(runtime + " has no toolchain"));
    }

    /** The tools that make a program. */
    LanguageTools of(RequestedPrograms.Program program) {
        return all.stream()
                .filter(language -> language.makes(program))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no program of a catalog is a command"));
    }

    RustLanguage rust() {
        return rust;
    }

    CLanguage c() {
        return c;
    }

    CLanguage clang() {
        return clang;
    }
}
