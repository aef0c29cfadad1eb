package dev.assay.cli;

import dev.assay.model.NativeText;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong option: what is wrong, what was probably meant, where help is; never the whole help. */
final class UsageErrors {
    private UsageErrors() {}

    /** Says it, and gives its exit code. */
    static int report(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        if (exception.getCause() instanceof InvalidPathException path) {
            err.println("assay: " + NativeText.unusable(path));
            err.flush();
            return ExitCode.USAGE.code();
        }
        err.println("assay: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE.code();
    }
}
