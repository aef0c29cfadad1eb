package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user says reaches the commands as it was said, byte for byte, or is refused; and they find what the user's shell has. */
class KeptWordsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A shell that starts Assay with more arguments than it was given, made of bytes that this test's own locale may not have. */
    private static final String ODD = "word=$(printf 'gr\\303\\266\\303\\237e \\377') && export ODD=\"$word\" && ";

    @TempDir
    private Path folder;

    @BeforeEach
    void aProgramThatSaysWhatItSees() throws IOException {
        Path program = Files.writeString(folder.resolve("say"), """
                #!/bin/sh
                { for word in "$@" "$ODD"; do printf %s "$word" | od -An -v -tx1; done
                  ulimit -Sn; ulimit -Ss; ulimit -Sc; echo "seed $PYTHONHASHSEED"
                  grep SigIgn /proc/self/status; } > "$PWD/said"
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private AssayProcess assay(String locale) {
        return new AssayProcess(folder, AssayProcess.project()).environment("LC_ALL", locale);
    }

    private List<String> said() throws IOException {
        return Files.readAllLines(folder.resolve("said")).stream()
                .map(String::strip)
                .toList();
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("results/latest/run.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "no-such-locale"})
    void argumentsNamesAndVariablesAreBytesInEveryLocale(String locale) throws IOException, InterruptedException {
        Ended ended = assay(locale)
                .by(ODD + "exec \"$@\" --baseline=\"./say '$word'\" --baseline-name=\"${word%% *}\"")
                .run("compare", "--contender=true", "--runs=2", "--color=never", "--ignore-output");

        assertThat(ended.code()).as(ended.err()).isZero();
        String bytes = "67 72 c3 b6 c3 9f 65 20 ff";
        assertThat(said()).startsWith(bytes, bytes);
        assertThat(ended.out()).contains("größe / contender");
        JsonNode run = run();
        assertThat(run.path("trials")
                        .path(0)
                        .path("command")
                        .path("argv")
                        .path(1)
                        .asString())
                .isEqualTo("größe \uEFFF");
        assertThat(Files.readString(folder.resolve("results/latest/report.html")))
                .contains("größe \\xFF");
        assertThat(RunSchema.problems(folder.resolve("results/latest/run.json")))
                .isEmpty();
        Ended report = assay(locale).run("report", "latest");
        assertThat(report.code()).as(report.err()).isZero();
    }

    @Test
    void aPropertyIsKeptAsItIs() throws IOException, InterruptedException {
        Ended ended = assay("C")
                .by(
                        ODD
                                + "java=$1 && shift && exec \"$java\" \"-Dbaseline=./say '$word' '\\${HOME} \\$\\$ @say'\" \"$@\"")
                .run("compare", "--contender=true", "--runs=2", "--ignore-output");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(run().path("trials").path(0).path("command").path("argv").valueStream())
                .extracting(JsonNode::asString)
                .endsWith("größe \uEFFF", "${HOME} $$ @say");
    }

    /** {@code java @file} and Maven hand on what Java has read, of which letters are lost then. */
    @Test
    void whatJavaAloneHasReadIsRefusedWhereItIsLost() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("arguments"),
                "-jar \"" + System.getProperty("assay.jar") + "\" compare --baseline \"./say größe\" --contender true");
        Ended ended = assay("C").by("exec \"$1\" @arguments").run();
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains("The argument './say gr").contains("Run with LC_ALL=C.UTF-8");
        assertThat(folder.resolve("said")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cwd=\"$word\"",
                "--input=\"$word\"",
                "--results=\"$word\"",
                "--baseline=\"./'$word'\"",
                "--prepare=\"./'$word'\"",
                "--baseline-name=\"$word\""
            })
    void whatCannotBeKeptIsRefused(String option) throws IOException, InterruptedException {
        for (String locale : List.of("C", "C.UTF-8")) {
            Ended ended = assay(locale)
                    .by(ODD + "exec \"$@\" " + option)
                    .run(
                            "compare",
                            "--contender=true",
                            option.startsWith("--baseline=") ? "--quiet" : "--baseline=true");
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("⟨\\xFF⟩").doesNotContain("Exception", "Measuring");
            assertThat(folder.resolve("results")).doesNotExist();
        }
    }

    /** Java would use another one, whose name is nearly the same. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void aFolderThatJavaCannotNameIsRefused(String locale) throws IOException, InterruptedException {
        Ended ended = assay(locale)
                .by(ODD + "mkdir \"$word\" && cd \"$word\" && exec \"$@\"")
                .run("compare", "--baseline=true", "--contender=true");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains("Java cannot ").contains("LC_ALL=C.UTF-8");
    }

    /** What the shell that asks would run. */
    @Test
    void aProgramIsLookedForOnThePathAsAShellDoes() throws IOException, InterruptedException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("say"), "#!/bin/sh\nexit 9\n");
        assertThat(other.resolve("say").toFile().setExecutable(true)).isTrue();
        Ended ended = assay("C.UTF-8")
                .environment("PATH", ".:" + other + ":/usr/bin:/bin")
                .run("compare", "--baseline=say here", "--contender=true", "--runs=2", "--ignore-output");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(said()).contains("68 65 72 65");
    }

    @Test
    void commandsFindTheLimitsTheSignalsAndTheSeedOfTheShell() throws IOException, InterruptedException {
        Ended ended = assay("C.UTF-8")
                .by(
                        "trap '' USR1 && ulimit -Sn 300 && ulimit -Ss 1000 && ulimit -Sc 0 && PYTHONHASHSEED=5 \"$@\"; exit $?")
                .run("compare", "--baseline=./say", "--contender=true", "--runs=2", "--ignore-output");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(said()).containsSubsequence("300", "1000", "0", "seed 5", "SigIgn:\t0000000000000200");
        assertThat(ended.err().replaceAll("\\s+", " ")).contains("PYTHONHASHSEED, which fixes the order");
    }

    /** More than what Assay holds, and more than what it once allowed. */
    @Test
    void largeOutputsAreComparedInLittleMemory() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("large"), "head -c 70000000 /dev/zero | tr '\\0' x; echo \"$1\"\n");
        AssayProcess small = assay("C.UTF-8").jvm("-Xmx64m");
        Ended same = small.run("compare", "--baseline=sh large a", "--contender=sh large a", "--runs=1");
        assertThat(same.code()).as(same.err()).isZero();
        Ended other = small.run("compare", "--baseline=sh large a", "--contender=sh large b", "--runs=1");
        assertThat(other.code()).as(other.err()).isEqualTo(3);
        assertThat(other.err()).contains("line 1 is '...xxxxxxxxxxxxxxxxxxxx", ", at byte 70000001");
        Ended limited = small.run(
                "compare", "--baseline=sh large a", "--contender=true", "--output-limit=1MiB", "--ignore-output");
        assertThat(limited.code()).as(limited.err()).isEqualTo(3);
        assertThat(limited.err()).contains("wrote more than 1048576 bytes", "--output-limit=SIZE allows more");
    }
}
