package dev.assay.toolchain.c;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the C programs, each only when its sources, its command or the compiler has changed. */
public final class CBuilder {
    /** Multiply-add is not contracted, so that floating-point results are the same bits as in the other languages. */
    public static final List<String> FLAGS = List.of("-std=c17", "-O3", "-ffp-contract=off", "-Wall", "-Wextra");

    private final BuildPaths places;
    private final CCompiler compiler;
    private final Compilation compilation;

    public CBuilder(BuildPaths places, CCompiler compiler, Compilation compilation) {
        this.places = places;
        this.compiler = compiler;
        this.compilation = compilation;
    }

    /** A program in the plain layout and in these. */
    public Programs.Built build(Path folder, Workload workload, Implementation implementation, List<Layout> layouts) {
        Programs.Built plain = inLayout(folder, workload, implementation, null);
        return layouts.isEmpty()
                ? plain
                : plain.with(layouts.stream()
                        .map(layout -> inLayout(folder, workload, implementation, layout))
                        .toList());
    }

    private Programs.Built inLayout(
            Path folder, Workload workload, Implementation implementation, @Nullable Layout layout) {
        Path source = folder.resolve(implementation.source());
        Path target = layout == null ? places.cTarget() : places.cTarget().resolve(layout.folder());
        Path binary = target.resolve(BuildPaths.programName(workload, implementation));
        Path fresh = binary.resolveSibling(binary.getFileName() + ".new");
        List<String> shown = command(compiler.shown(), binary, source, implementation, layout);
        Path stamp = binary.resolveSibling(binary.getFileName() + ".stamp");
        String content = String.join(
                "\n",
                Stamp.hash(folder, inputs(folder, source)),
                ShellWords.join(shown),
                compiler.toolchain().path(),
                String.valueOf(compiler.toolchain().details().get("compiler")),
                compiler.toolchain().details().getOrDefault("flags from", ""));
        if (!Files.isExecutable(binary) || !Stamp.matches(stamp, content)) {
            Compilation.createFolder(target);
            compilation.run(
                    workload.id() + " in C" + (implementation.primary() ? "" : ", " + implementation.variant())
                            + (layout == null ? "" : ", layout " + layout.number()),
                    command(compiler.command(), fresh, source, implementation, layout),
                    ShellWords.join(shown),
                    Map.of());
            replace(fresh, binary);
            Stamp.write(stamp, content);
        }
        return new Programs.Built(List.of(binary.toString()), Optional.of(binary), ShellWords.join(shown));
    }

    /** Libraries go behind the source, or a linker that reads from left to right would drop them. */
    private List<String> command(
            List<String> compilerWords,
            Path output,
            Path source,
            Implementation implementation,
            @Nullable Layout layout) {
        List<String> argv = new ArrayList<>(compilerWords);
        argv.addAll(FLAGS);
        argv.addAll(List.of("-o", places.shown(output), places.shown(source)));
        argv.addAll(implementation.build());
        if (layout != null) {
            argv.add("-ffunction-sections");
            argv.addAll(layout.arguments());
        }
        return argv;
    }

    /** A program may include headers that lie beside it. */
    private static List<Path> inputs(Path folder, Path source) {
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(source),
                            files.filter(file -> file.toString().endsWith(".h")))
                    .toList();
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot list the folder " + folder, e, "Make it readable.");
        }
    }

    /** A program that another invocation is running must not be written into. */
    public static void replace(Path fresh, Path binary) {
        try {
            Files.move(fresh, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot replace the program " + binary, e, AssayException.Storage.REMEDY);
        }
    }
}
