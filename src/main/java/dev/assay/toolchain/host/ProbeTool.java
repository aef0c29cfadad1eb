package dev.assay.toolchain.host;

import dev.assay.model.catalog.Probe;
import dev.assay.model.run.Toolchain;
import java.util.List;
import java.util.function.Function;

/**
 * What compiles, interprets or checks probes.
 *
 * @param toolchain what is known of it
 * @param name with its version, for the record
 * @param command how it is called
 * @param shown how a user calls it
 * @param options what it is told of a probe ahead of the source; of a compiler, ahead of {@code -o}, the binary and the source
 * @param diagnostics reads what a compiler writes to the standard error, or a type checker to the standard output
 */
public record ProbeTool(
        Toolchain toolchain,
        String name,
        List<String> command,
        List<String> shown,
        Function<Probe, List<String>> options,
        Function<String, CompilerDiagnostics> diagnostics) {
    public ProbeTool {
        command = List.copyOf(command);
        shown = List.copyOf(shown);
    }

    /** An interpreter, which is told nothing but the source. */
    public static ProbeTool interpreter(Toolchain toolchain, String name) {
        List<String> command = List.of(toolchain.path());
        CompilerDiagnostics nothing = new CompilerDiagnostics(List.of(), List.of(), List.of(), false);
        return new ProbeTool(toolchain, name, command, command, probe -> List.of(), stderr -> nothing);
    }
}
