package dev.assay.toolchain.c;

import dev.assay.model.Warning;
import dev.assay.toolchain.host.ToolHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs that stand before a C compiler. Those that only save or spread work are looked through; what else a script may add is said. */
final class CWrappers {
    private static final Set<String> HELPERS =
            Set.of("ccache", "sccache", "buildcache", "distcc", "icecc", "colorgcc", "fastbuild");

    private CWrappers() {}

    /** Whether a program is a cache and the like under a compiler's name, as links in {@code /usr/lib/ccache} are. */
    static boolean isHelper(Path program) {
        return HELPERS.contains(String.valueOf(ToolHost.real(program).getFileName()));
    }

    /** A compiler's command without such programs before it. */
    static List<String> without(List<String> words) {
        List<String> rest = words;
        while (rest.size() > 1
                && HELPERS.contains(String.valueOf(Path.of(rest.get(0)).getFileName()))) {
            rest = rest.subList(1, rest.size());
        }
        return rest;
    }

    /** What is said of a compiler that does not stand there itself. */
    static Optional<Warning> warning(Path compiler, Dialect dialect) {
        if (isHelper(compiler)) {
            return Optional.of(new Warning(
                    "c-wrapper",
                    compiler + " is " + ToolHost.real(compiler) + ", and the real compiler was not found on the PATH",
                    "set the compiler itself: " + example(dialect)));
        }
        return ToolHost.isScript(compiler)
                ? Optional.of(new Warning(
                        "c-wrapper",
                        compiler + " is a script, and any compiler flags that it adds apply to every "
                                + dialect.runtime().title() + " program",
                        "set the compiler itself, unless you want the script: " + example(dialect)))
                : Optional.empty();
    }

    private static String example(Dialect dialect) {
        return dialect.variable() + "=/path/to/" + dialect.names().get(1);
    }
}
