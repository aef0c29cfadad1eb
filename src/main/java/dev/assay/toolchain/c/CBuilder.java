package dev.assay.toolchain.c;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Implementation;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.BuildStep;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the programs in C or C++, each only when its sources, its command or the compiler has changed. For its layouts a program is compiled once more,
 * every function as a section of its own, and linked once for each.
 */
public final class CBuilder {
    /** So that a linker can move each function by itself. */
    private static final String SECTIONS = "-ffunction-sections";

    private final Dialect dialect;
    private final BuildPaths places;
    private final CCompiler compiler;
    private final Compilation compilation;

    public CBuilder(Dialect dialect, BuildPaths places, CCompiler compiler, Compilation compilation) {
        this.dialect = dialect;
        this.places = places;
        this.compiler = compiler;
        this.compilation = compilation;
    }

    /**
     * Builds programs, on all processors side by side, in the plain layout and in others.
     *
     * @param folders where each program lies
     * @throws AssayException.ToolchainFailure if one does not compile: the first of them
     */
    public Map<Programs.Key, Programs.Built> build(Map<RequestedPrograms.Program, Path> folders, List<Layout> layouts) {
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        List<BuildStep> steps = new ArrayList<>();
        folders.forEach((program, folder) -> {
            Product plain = product(folder, program, null);
            List<Product> others = layouts.stream()
                    .map(layout -> product(folder, program, layout))
                    .toList();
            if (!plain.upToDate()) {
                steps.add(new BuildStep("building " + plain.what(), () -> compile(plain)));
            }
            List<Product> old =
                    others.stream().filter(other -> !other.upToDate()).toList();
            if (!old.isEmpty()) {
                steps.add(new BuildStep(
                        "building " + plain.what() + ", " + (old.size() == 1 ? "1 layout" : old.size() + " layouts"),
                        () -> link(old)));
            }
            built.put(
                    program.key(),
                    others.isEmpty()
                            ? plain.built()
                            : plain.built()
                                    .with(others.stream().map(Product::built).toList()));
        });
        compilation.runAll(steps);
        return built;
    }

    /**
     * A program in one layout.
     *
     * @param what it is, for messages
     * @param layout the layout; null for the plain one
     * @param shown the command that makes it as a user types it; Assay may come to the same bytes by a shorter way
     * @param stamp what it is made of
     */
    private record Product(
            String what,
            Path source,
            Implementation implementation,
            @Nullable Layout layout,
            Path binary,
            String shown,
            String stamp) {
        Path stampFile() {
            return beside(".stamp");
        }

        Path beside(String suffix) {
            return binary.resolveSibling(binary.getFileName() + suffix);
        }

        boolean upToDate() {
            return Files.isExecutable(binary) && Stamp.matches(stampFile(), stamp);
        }

        Programs.Built built() {
            return new Programs.Built(List.of(binary.toString()), Optional.of(binary), shown);
        }
    }

    private Product product(Path folder, RequestedPrograms.Program program, @Nullable Layout layout) {
        Implementation implementation = program.implementation();
        Path source = folder.resolve(implementation.source());
        Path target = places.target(dialect.runtime());
        Path binary = (layout == null ? target : target.resolve(layout.folder()))
                .resolve(BuildPaths.programName(program.workload(), implementation));
        String shown = ShellWords.join(
                command(compiler.shown(), List.of(), binary, source, implementation, arguments(layout)));
        return new Product(
                program.workload().id() + " in " + dialect.runtime().title()
                        + (implementation.primary() ? "" : ", " + implementation.variant())
                        + (layout == null ? "" : ", layout " + layout.number()),
                source,
                implementation,
                layout,
                binary,
                shown,
                String.join(
                        "\n",
                        Stamp.hash(folder, inputs(folder, source)),
                        shown,
                        compiler.toolchain().path(),
                        String.valueOf(compiler.toolchain().details().get("compiler")),
                        compiler.toolchain().details().getOrDefault("flags from", "")));
    }

    private static List<String> arguments(@Nullable Layout layout) {
        return layout == null
                ? List.of()
                : Stream.concat(Stream.of(SECTIONS), layout.arguments().stream())
                        .toList();
    }

    private void compile(Product product) {
        make(product, product.source());
    }

    /** Compiles for some layouts of one program, and links it for each. */
    private void link(List<Product> layouts) {
        Product first = layouts.get(0);
        Path object = first.beside(".o");
        Compilation.createFolder(Objects.requireNonNull(object.getParent()));
        compilation.runQuietly(
                first.what(),
                command(
                        compiler.command(),
                        List.of("-c"),
                        object,
                        first.source(),
                        first.implementation(),
                        List.of(SECTIONS)),
                first.shown(),
                Map.of());
        layouts.forEach(layout -> make(layout, object));
        delete(object);
    }

    /** Makes a program of its source, or of what that was compiled to. */
    private void make(Product product, Path input) {
        Compilation.createFolder(Objects.requireNonNull(product.binary().getParent()));
        Path fresh = product.beside(".new");
        compilation.runQuietly(
                product.what(),
                command(
                        compiler.command(),
                        List.of(),
                        fresh,
                        input,
                        product.implementation(),
                        arguments(product.layout())),
                product.shown(),
                Map.of());
        replace(fresh, product.binary());
        Stamp.write(product.stampFile(), product.stamp());
    }

    /** Libraries go behind the source, or a linker that reads from left to right would drop them. */
    private List<String> command(
            List<String> compilerWords,
            List<String> mode,
            Path output,
            Path input,
            Implementation implementation,
            List<String> last) {
        List<String> argv = new ArrayList<>(compilerWords);
        argv.addAll(dialect.flags());
        argv.addAll(mode);
        argv.addAll(List.of("-o", places.shown(output), places.shown(input)));
        argv.addAll(implementation.build());
        argv.addAll(last);
        return argv;
    }

    private static void delete(Path object) {
        try {
            Files.deleteIfExists(object);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot delete " + object, e, AssayException.Storage.REMEDY);
        }
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
