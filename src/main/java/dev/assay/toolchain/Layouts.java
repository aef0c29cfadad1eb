package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Stamp;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolchainErrors;
import dev.assay.toolchain.rust.RustTools;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Makes the layouts in which programs are linked. They take lld, which rustup brings along with rustc, and Debian as a package of its own. */
final class Layouts {
    private static final int GAPS = 16;
    /** Functions begin at multiples of 16 bytes, so a gap is made of as many. */
    private static final int GAP_BYTES = 16;

    private static final int LARGEST_GAP = 16;

    private static final String LLD = "ld.lld";
    static final Path LLVM = Path.of("/usr/lib");
    private static final int LONGEST_MAJOR = 4;

    private final BuildPaths places;
    private final ToolHost host;
    private final Compilation compilation;

    Layouts(BuildPaths places, ToolHost host, Compilation compilation) {
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
    public List<Layout> list(int builds, RustTools rust, CCompiler c) {
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
        List<Path> folders = new ArrayList<>(List.of(ofRust));
        folders.addAll(host.searchPath().folders());
        return linkers(folders, LLVM)
                .orElseThrow(() -> new ToolchainFailure(
                        "there is no " + LLD + " in " + ofRust + "where rustup puts it, on the PATH or in " + LLVM
                                + "; sudo apt install lld",
                        List.of("lld")));
    }

    /**
     * The folder of the first lld: in one of some folders, else that of the newest LLVM that Debian has installed. Its packages have the
     * version in their name, {@code lld-19}, and then nothing on the PATH is called ld.lld.
     *
     * @param llvm the folder with {@code llvm-19/bin} and its like
     */
    static Optional<Path> linkers(List<Path> folders, Path llvm) {
        List<Path> versions = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(llvm, "llvm-*")) {
            found.forEach(versions::add);
        } catch (IOException e) {
            // no LLVM, no linker of it
        }
        return Stream.concat(
                        folders.stream(),
                        versions.stream()
                                .sorted(Comparator.comparing(Layouts::major).reversed())
                                .map(version -> version.resolve("bin")))
                .filter(folder -> Files.isExecutable(folder.resolve(LLD)))
                .findFirst();
    }

    private static int major(Path version) {
        String number = String.valueOf(version.getFileName()).replaceAll("\\D", "");
        return number.isEmpty() || number.length() > LONGEST_MAJOR ? 0 : Integer.parseInt(number);
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
            CommandResult finished = compilation.attempt("building layout " + number, argv, Map.of());
            if (!finished.ok()) {
                write(source, "");
                throw new ToolchainFailure(
                        "the gaps between functions cannot be assembled (" + ToolchainErrors.lastWords(finished)
                                + "); install binutils 2.36 or newer: sudo apt install binutils",
                        List.of("binutils"));
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
            throw new AssayException.Storage("Cannot write " + file, e, AssayException.Storage.REMEDY);
        }
    }
}
