package dev.assay.toolchain.rust;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.Shell;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A linker for rustc that links each program as {@code cc} does and then once more in every layout, so that one compilation serves them all.
 * Cargo names the program in a variable ({@code CARGO_BIN_NAME}; The Cargo Book, "Environment Variables") and rustc passes it on.
 *
 * @param target the folder for what cargo makes; apart from that of programs in the plain layout alone, for cargo compiles again when the linker
 *     is another one
 * @param triple the target whose linker it is
 * @param script the linker
 * @param folders where the programs in other layouts go, a folder for each layout
 */
record LayoutLinker(Path target, String triple, Path script, List<Path> folders) {
    private static final int KEY_DIGITS = 12;

    private static final String START = """
            #!/bin/sh
            # Links a program as cc does, and once more in each code layout.
            cc "$@" || exit
            [ -n "$CARGO_BIN_NAME" ] || exit 0

            # The first argument takes the place of the output's name.
            link_to() {
                output=$1
                shift
                previous=
                for argument do
                    shift
                    if [ "$previous" = -o ]; then
                        set -- "$@" "$output"
                    else
                        set -- "$@" "$argument"
                    fi
                    previous=$argument
                done
                cc "$@" || exit
            }
            """;

    LayoutLinker {
        folders = List.copyOf(folders);
    }

    /** Writes the script. It is named by its content: cargo takes a linker of the same name for the same linker. */
    static LayoutLinker write(Path target, String triple, List<Layout> layouts) {
        List<Path> folders =
                layouts.stream().map(layout -> target.resolve(layout.folder())).toList();
        StringBuilder text = new StringBuilder(START);
        for (Layout layout : layouts) {
            text.append("link_to ")
                    .append(Shell.quote(target.resolve(layout.folder()).toString()))
                    .append("/\"$CARGO_BIN_NAME\" \"$@\" ")
                    .append(Shell.line(layout.arguments()))
                    .append('\n');
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        Path script = target.resolve("linker-" + Sha256.hash(content).substring(0, KEY_DIGITS) + "/cc");
        Stream.concat(folders.stream(), Stream.of(Objects.requireNonNull(script.getParent())))
                .forEach(Compilation::createFolder);
        try {
            Files.write(script, content);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write the linker " + script, e, AssayException.Storage.REMEDY);
        }
        return new LayoutLinker(target, triple, script, folders);
    }

    /** What makes cargo take it. */
    List<String> arguments() {
        return List.of("--config", CargoSettings.assignment("target." + triple + ".linker", script.toString()));
    }

    /** A program in each layout. */
    List<Path> programs(String name) {
        return folders.stream().map(folder -> folder.resolve(name)).toList();
    }

    /** Whether a program is there in each layout. */
    boolean hasLinked(String name) {
        return programs(name).stream().allMatch(Files::isExecutable);
    }
}
