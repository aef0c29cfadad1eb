package dev.assay.toolchain;

import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.host.ToolLookup;
import dev.assay.toolchain.rust.RustTools;
import java.util.ArrayList;
import java.util.List;

/** The tools that are there, of those that the wanted programs need. */
record ResolvedTools(
        ToolLookup<RustTools> rust,
        ToolLookup<Toolchain> python,
        ToolLookup<CCompiler> c,
        ToolLookup<CCompiler> clang,
        ToolLookup<Toolchain> pypy,
        ToolLookup<Toolchain> pythonFt) {

    /** The interpreter of a Python's programs. */
    ToolLookup<Toolchain> python(Runtime runtime) {
        return switch (runtime) {
            case PYPY -> pypy;
            case PYTHON_FT -> pythonFt;
            default -> python;
        };
    }

    /** All that was found, in the order of the runtimes. */
    List<Toolchain> toolchains() {
        List<Toolchain> found = new ArrayList<>();
        rust.tool().ifPresent(tools -> found.add(tools.toolchain()));
        python.tool().ifPresent(found::add);
        c.tool().ifPresent(compiler -> found.add(compiler.toolchain()));
        clang.tool().ifPresent(compiler -> found.add(compiler.toolchain()));
        pypy.tool().ifPresent(found::add);
        pythonFt.tool().ifPresent(found::add);
        return List.copyOf(found);
    }
}
