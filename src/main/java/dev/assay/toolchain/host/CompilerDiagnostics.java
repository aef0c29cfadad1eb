package dev.assay.toolchain.host;

import java.util.List;

/**
 * What a compiler says of a program.
 *
 * @param codes the codes of the errors, each once, in their order; of a C compiler none
 * @param errors what the errors say as people see it
 * @param warnings what the warnings say
 * @param linking whether an error is the linker's, and so not about the program
 */
public record CompilerDiagnostics(List<String> codes, List<String> errors, List<String> warnings, boolean linking) {
    public CompilerDiagnostics {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The errors, or else the warnings. */
    public String message() {
        return String.join("\n\n", errors.isEmpty() ? warnings : errors);
    }
}
