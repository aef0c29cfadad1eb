package dev.assay.toolchain.c;

import dev.assay.model.run.Toolchain;
import java.util.List;

/**
 * A compiler of C or C++.
 *
 * @param toolchain what is known of it
 * @param command how it is called: an absolute path, and arguments when {@code CC} or {@code CXX} has some
 * @param shown how a user calls it, for reports
 */
public record CCompiler(Toolchain toolchain, List<String> command, List<String> shown) {
    public CCompiler {
        command = List.copyOf(command);
        shown = List.copyOf(shown);
    }
}
