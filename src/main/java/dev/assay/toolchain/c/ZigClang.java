package dev.assay.toolchain.c;

import dev.assay.model.Runtime;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.ToolHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The clang inside of Zig. Zig comes from PyPI as the package ziglang too, and its clang is often as new as the LLVM of rustc where a
 * distribution's is years older. {@code zig clang} is the plain clang, which takes the headers, the C library and the linker of the
 * system. {@code zig cc} would bring its own, and compile for the processor of this machine alone.
 */
final class ZigClang {
    /** Zig itself, and what the package of PyPI calls it. */
    private static final List<String> NAMES = List.of("zig", "python-zig");

    private static final Pattern PROGRAM = setting("zig_exe");
    private static final Pattern LIBRARY = setting("lib_dir");

    private ZigClang() {}

    /** Older versions of {@code zig env} print JSON, newer ones Zig's own notation. */
    private static Pattern setting(String name) {
        return Pattern.compile("\\b" + name + "\"?\\s*[=:]\\s*\"([^\"]+)\"");
    }

    /**
     * How it is called.
     *
     * @param target for which machine it compiles, as the C compiler of the system names it
     * @return empty where there is no Zig, or none that answers
     */
    static Optional<List<String>> command(Dialect dialect, ToolHost host, String target) {
        Optional<Path> zig = NAMES.stream()
                .flatMap(name -> host.searchPath().find(name).stream())
                .findFirst();
        if (zig.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        CommandResult answer = host.ask(List.of(zig.get().toString(), "env"));
        Matcher program = PROGRAM.matcher(answer.stdout());
        Matcher library = LIBRARY.matcher(answer.stdout());
        if (!answer.ok() || !program.find() || !library.find()) {
            return Optional.empty();
        }
        List<String> mode = dialect.runtime() == Runtime.CPP ? List.of("--driver-mode=g++") : List.of();
        // Zig may name its folder from where it was started.
        String headers = host.directory().resolve(library.group(1)).normalize().toString();
        return Optional.of(Stream.of(
                        List.of(program.group(1), "clang"),
                        mode,
                        List.of("--target=" + target, "-resource-dir", headers))
                .flatMap(List::stream)
                .toList());
    }
}
