package dev.assay.model.run;

import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler or interpreter made of a probe's program.
 *
 * @param ended the outcome, when it came to one before the program could run; null when the program can be started
 * @param codes the codes of the compiler's errors, each once
 * @param tool compiler or interpreter with its version, such as {@code rustc 1.95.0}; empty when there is none
 * @param message what it said, the beginning of it; empty when nothing
 * @param reason why it came to nothing, when the outcome is not a finding about the program; else null
 * @param command the command that built it; empty when nothing is built
 * @param argv how the program starts; empty when it cannot
 */
public record ProbeBuild(
        @Nullable ProbeOutcome ended,
        List<String> codes,
        String tool,
        String message,
        @Nullable String reason,
        String command,
        List<String> argv) {
    public ProbeBuild {
        codes = List.copyOf(codes);
        argv = List.copyOf(argv);
        if ((ended == null) == argv.isEmpty()) {
            throw new IllegalArgumentException("a build either ends a probe or gives it a program");
        }
    }

    /** A probe that could not be tried. */
    public static ProbeBuild notRun(String reason) {
        return new ProbeBuild(ProbeOutcome.NOT_RUN, List.of(), "", "", reason, "", List.of());
    }

    /** A program that can be started. */
    public static ProbeBuild ready(String tool, String message, String command, List<String> argv) {
        return new ProbeBuild(null, List.of(), tool, message, null, command, argv);
    }

    /** The same, its program started with more arguments; a build that ended a probe stays as it is. */
    public ProbeBuild startedWith(List<String> arguments) {
        return ended == null
                ? ready(
                        tool,
                        message,
                        command,
                        Stream.concat(argv.stream(), arguments.stream()).toList())
                : this;
    }

    /** As the result of a probe of which no more is asked; for a program that can be started, the given outcome. */
    public ProbeResult result(Probe probe, ProbeOutcome otherwise) {
        return new ProbeResult(
                probe,
                Objects.requireNonNullElse(ended, otherwise),
                codes,
                tool,
                message,
                reason,
                command.isEmpty() ? List.of() : List.of(command),
                List.of(),
                0,
                0);
    }
}
