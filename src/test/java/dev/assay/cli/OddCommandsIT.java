package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands, names and set-ups that go against what a comparison takes for granted, with real processes. */
class OddCommandsIT {
    @TempDir
    private Path folder;

    private AssayProcess assay() {
        return new AssayProcess(folder, AssayProcess.project());
    }

    private static String[] comparing(String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--runs=2", "--color=never"));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private Ended compare(String... options) {
        return new AssayCall(folder, AssayProcess.project()).run(comparing(options));
    }

    private void script(String name, String lines) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }

    /** As when somebody builds anew in another window. */
    @Test
    void aProgramThatIsReplacedWhileItIsMeasuredIsSaid() throws IOException, InterruptedException {
        script("app", ": one");
        script("other", ": two");
        String prepare = "--prepare=sh -c 'test ! -e other || { test -e first && mv other app; touch first; } || true'";
        Ended ended = compare("--baseline=./app", "--contender=true", prepare);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(oneLine(ended.err()))
                .contains("These programs were replaced or deleted while they were measured: ", "/app. Their figures");
        Ended again = compare("--baseline=./app", "--contender=true");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("replaced");
    }

    /** A debugger does the same: it says that it cannot trace its program, and exits with 0. */
    @Test
    void aProgramThatDoesLessWhenItIsFollowedIsComparedByTheKernelsPeaks() throws IOException, InterruptedException {
        script(
                "debugger",
                "grep -q '^TracerPid:.0$' /proc/self/status && head -c 30000000 /dev/zero | tail -c 20000000 | wc -c; exit 0");
        Ended ended = compare("--baseline=./debugger", "--contender=true", "--ignore-output");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(oneLine(ended.err()))
                .contains("clearly more or less memory", "compare/commands:command:baseline@0x1");
    }

    @Test
    void aFolderForTemporaryFilesThatIsMissingIsSaidBeforeAnythingIsBuilt() throws IOException, InterruptedException {
        Path missing = folder.resolve("missing");
        Ended ended = assay().jvm("-Djava.io.tmpdir=" + missing).run(comparing("--baseline=true", "--contender=true"));
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err())
                .contains("Cannot write to the temporary folder " + missing)
                .doesNotContain("building", "fault");
    }

    @Test
    void outputsOfZerosThatDifferInTheirLastByteAreDistinguished() throws IOException, InterruptedException {
        Ended ended = compare("--baseline=head -c 3000000 /dev/zero", "--contender=head -c 3000001 /dev/zero");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err())
                .contains("its output differs from that of", "at byte 3000001")
                .doesNotContain("\0");
    }

    @Test
    void oddNamesEmptyArgumentsAndAnOddPathAreTakenAsTheyAre() throws IOException, InterruptedException {
        script("t%s\n\"q'<b>", "printf '%s|' \"$@\"");
        Files.createDirectory(folder.resolve("a b"));
        script("a b/tool", "printf '%s|' \"$@\"");
        Ended ended = assay().environment("PATH", "::./a b:/nonexistent:/etc/passwd:" + System.getenv("PATH"))
                .run(comparing("--baseline=./$'t%s\\n\"q\\'<b>' '' a ''", "--contender=tool '' a ''"));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readString(folder.resolve("results/latest/report.html")))
                .doesNotContain("q'<b>");
    }

    @Test
    void anInputThatThePreparationDeletesFailsInWords() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data"), "a\n");
        Ended ended = compare(
                "--baseline=cat", "--contender=cat -u", "--input=" + folder.resolve("data"), "--prepare=rm -f data");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err())
                .contains("could not be started: open " + folder.resolve("data") + ": No such file or directory")
                .doesNotContain("Exception");
    }
}
