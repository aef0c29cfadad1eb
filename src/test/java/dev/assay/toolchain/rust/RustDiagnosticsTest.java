package dev.assay.toolchain.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeBuild;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.ProbeBuilder;
import dev.assay.toolchain.c.CDiagnostics;
import dev.assay.toolchain.host.CompilerDiagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compilers said, recorded from rustc 1.95.0 and gcc 12.2.0, and what it makes of a probe. */
class RustDiagnosticsTest {
    private static final Path RECORDED = Path.of("src/test/resources/dev/assay/diagnostics");

    private static ProbeBuild rust(int exitCode, String recording) throws IOException {
        return judged(
                RustDiagnostics::parse,
                CommandResult.exited(exitCode, "", Files.readString(RECORDED.resolve(recording))));
    }

    private static ProbeBuild judged(Function<String, CompilerDiagnostics> reader, CommandResult finished) {
        return ProbeBuilder.judged(
                reader.apply(finished.stderr()), finished, "tool 1.0", "the command", Path.of("/built/program"));
    }

    @Test
    void anErrorWithACodeIsARejectionWithIt() throws IOException {
        ProbeBuild build = rust(1, "use-after-free.jsonl");

        assertThat(build.ended()).isEqualTo(ProbeOutcome.REJECTED);
        assertThat(build.codes()).containsExactly("E0382");
        assertThat(build.message())
                .startsWith("error[E0382]: borrow of moved value: `text`\n --> workloads/safety/use-after-free.rs:6:16")
                .doesNotContain("aborting", "explain");
        assertThat(build.argv()).isEmpty();
        assertThat(build.reason()).isNull();
    }

    @Test
    void anErrorWithoutACodeIsARejectionToo() throws IOException {
        ProbeBuild build = rust(1, "syntax.jsonl");

        assertThat(build.ended()).isEqualTo(ProbeOutcome.REJECTED);
        assertThat(build.codes()).isEmpty();
        assertThat(build.message()).contains("expected identifier, found keyword `async`");
    }

    @Test
    void aWarningRejectsNothingAndIsKept() throws IOException {
        ProbeBuild build = rust(0, "ignored-result.jsonl");

        assertThat(build.ended()).isNull();
        assertThat(build.argv()).containsExactly("/built/program");
        assertThat(build.message())
                .startsWith("warning: unused `Result` that must be used")
                .doesNotContain("warning emitted");
    }

    @ParameterizedTest
    @CsvSource({"library-missing.jsonl", "linker-missing.jsonl"})
    void whatTheLinkerSaysIsNotAboutTheProgram(String recording) throws IOException {
        ProbeBuild build = rust(1, recording);

        assertThat(build.ended()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(build.reason()).isEqualTo("the program could not be linked");
    }

    @Test
    void aCompilerThatBreaksDownRejectsNothing() {
        ProbeBuild build = judged(
                RustDiagnostics::parse,
                CommandResult.exited(101, "", "thread 'rustc' panicked at compiler/x.rs:1:1:\nno entry found for key"));

        assertThat(build.ended()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(build.reason())
                .isEqualTo("the compiler exited with code 101 without reporting an error in the program");
        assertThat(build.message()).contains("no entry found for key");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT,   , TIMED_OUT, the compiler did not end in time and was killed without reporting an error in the program",
        "EXITED,   130, NOT_RUN,   the compiler exited with code 130 without reporting an error in the program",
        "INTERRUPTED, , NOT_RUN,   the compiler was interrupted and killed without reporting an error in the program",
    })
    void aCompilerThatIsEndedSaysNothing(
            CommandResult.Outcome end, @Nullable Integer code, ProbeOutcome outcome, String reason) {
        ProbeBuild build = judged(CDiagnostics::parse, new CommandResult(end, code, "", "", false, null));

        assertThat(build.ended()).isEqualTo(outcome);
        assertThat(build.reason()).isEqualTo(reason);
    }

    @Test
    void gccNamesErrorsByTheirPlace() {
        String said = "a.c: In function 'main':\na.c:1:18: error: 'retrun' undeclared (first use in this function)\n";

        ProbeBuild build = judged(CDiagnostics::parse, CommandResult.exited(1, "", said));

        assertThat(build.ended()).isEqualTo(ProbeOutcome.REJECTED);
        assertThat(build.codes()).isEmpty();
        assertThat(build.message()).isEqualTo(said.strip());
    }

    @Test
    void whatGccsLinkerMissesIsNotARejection() {
        String said = """
                /usr/bin/ld: /tmp/cc.o: in function `main':
                l.c:(.text+0x5): undefined reference to `f'
                collect2: error: ld returned 1 exit status
                """;

        assertThat(judged(CDiagnostics::parse, CommandResult.exited(1, "", said))
                        .ended())
                .isEqualTo(ProbeOutcome.FAILED);
    }

    @Test
    void aCompilersFloodIsCutToItsFirstLines() {
        String said = "a.c:1:1: error: one\n" + ("x".repeat(1000) + "\n").repeat(100);

        String message =
                judged(CDiagnostics::parse, CommandResult.exited(1, "", said)).message();

        assertThat(message).hasLineCount(25).endsWith("\n...").startsWith("a.c:1:1: error: one\n");
        assertThat(message.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(303));
    }
}
