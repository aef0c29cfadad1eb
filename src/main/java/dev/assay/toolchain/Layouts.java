package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Makes the layouts in which programs are linked. They take lld, which rustup brings along with rustc. */
final class Layouts {
    private static final int GAPS = 16;
    /** Functions begin at multiples of 16 bytes, so a gap is made of as many. */
    private static final int GAP_BYTES = 16;

    private static final int LARGEST_GAP = 16;

    private final Places places;
    private final Host host;
    private final Compilation compilation;

    Layouts(Places places, Host host, Compilation compilation) {
        this.places = places;
        this.host = host;
        this.compilation = compilation;
    }

    /**
     * The layouts beside the plain one.
     *
     * @param builds how many builds there are to be, the plain one among them
     * @throws ToolchainFailure if there is no lld, or what makes the gaps cannot be assembled; in one line
     */
    List<Layout> of(int builds, RustTools rust, CCompiler c) {
        if (builds < 2) {
            return List.of();
        }
        Path linkers = linkers(rust);
        List<Layout> layouts = new ArrayList<>();
        for (int number = 1; number < builds; number++) {
            layouts.add(new Layout(number, linkers, gaps(number, c)));
        }
        return layouts;
    }

    private Path linkers(RustTools rust) {
        Path ofRust = Objects.requireNonNull(rust.rustc().getParent())
                .resolveSibling("lib/rustlib/" + rust.toolchain().details().getOrDefault("host", "") + "/bin/gcc-ld");
        Optional<Path> lld = Files.isExecutable(ofRust.resolve("ld.lld"))
                ? Optional.of(ofRust.resolve("ld.lld"))
                : host.searchPath().find("ld.lld");
        return lld.map(Path::getParent)
                .orElseThrow(
                        () -> new ToolchainFailure(
                                "there is no ld.lld in " + ofRust
                                        + ", where rustup puts it, nor on the PATH; take Rust from https://rustup.rs, or sudo apt install lld"));
    }

    private Path gaps(int number, CCompiler c) {
        Path folder = places.target().resolve("workloads/layouts");
        Path source = folder.resolve("gaps-" + number + ".s");
        Path object = folder.resolve("gaps-" + number + ".o");
        String text = text(number);
        if (!Files.isRegularFile(object) || !Stamp.matches(source, text)) {
            Compilation.createFolder(folder);
            write(source, text);
            List<String> argv = new ArrayList<>(c.command());
            argv.addAll(List.of("-c", "-o", object.toString(), source.toString()));
            Finished finished = compilation.attempt("making layout " + number, argv, Map.of());
            if (!finished.ok()) {
                write(source, "");
                throw new ToolchainFailure("the gaps between functions cannot be assembled ("
                        + Advice.lastWords(finished) + "); binutils 2.36 or newer can, sudo apt install binutils");
            }
        }
        return object;
    }

    /** Sections of code that nothing calls; the flag R keeps the linker from dropping them. */
    private static String text(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int gap = 0; gap < GAPS; gap++) {
            text.append("\t.section .text.assay_gap_")
                    .append(gap)
                    .append(",\"axR\",%progbits\n\t.zero ")
                    .append(GAP_BYTES * (1 + random.nextInt(LARGEST_GAP)))
                    .append('\n');
        }
        return text.append("\t.section .note.GNU-stack,\"\",%progbits\n").toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write " + file, e, Compilation.REMEDY);
        }
    }
}
