package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When two commands of a user's are one program. */
class CommandFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        program("app", "one");
        program("copy", "one");
        program("script", "#!" + folder.resolve("app") + "\nbody\n");
        Files.writeString(folder.resolve("data.txt"), "data");
    }

    private void program(String name, String text) throws IOException {
        assertThat(Files.writeString(folder.resolve(name), text).toFile().setExecutable(true))
                .isTrue();
    }

    private @Nullable String hash(String program, String... arguments) {
        List<String> argv = new ArrayList<>(List.of(folder.resolve(program).toString()));
        argv.addAll(List.of(arguments));
        return CommandFiles.hash(new Command(argv, Map.of(), null, folder), folder.toString());
    }

    @Test
    void aCopyIsTheSameProgram() throws IOException {
        assertThat(hash("app")).isNotNull().isEqualTo(hash("copy"));
        program("copy", "two");
        assertThat(hash("app")).isNotEqualTo(hash("copy"));
    }

    /** Of a program of many names each does something else. */
    @Test
    void aLinkIsAnotherProgramUnlessItIsTheSameLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("app"));
        assertThat(hash("link")).isNotNull().isEqualTo(hash("link")).isNotEqualTo(hash("app"));
        Files.createLink(folder.resolve("hard"), folder.resolve("copy"));
        assertThat(hash("hard")).isNotEqualTo(hash("copy"));
    }

    @Test
    void whatAnArgumentNamesIsPartOfIt() throws IOException {
        String before = hash("app", "--input=data.txt");
        Files.writeString(folder.resolve("data.txt"), "other");
        assertThat(hash("app", "--input=data.txt")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void soIsAProgramThatAShellWouldStart() throws IOException {
        String here = hash("app", "-c", "exec ./copy 10");
        String onThePath = hash("app", "-c", "copy 10");
        program("copy", "two");
        assertThat(hash("app", "-c", "exec ./copy 10")).isNotNull().isNotEqualTo(here);
        assertThat(hash("app", "-c", "copy 10")).isNotNull().isNotEqualTo(onThePath);
    }

    @Test
    void soAreItsInputAndTheInterpreterOfAScript() throws IOException {
        String script = hash("script");
        Command reading =
                new Command(List.of(folder.resolve("app").toString()), Map.of(), folder.resolve("data.txt"), folder);
        String read = CommandFiles.hash(reading, "");
        program("app", "two");
        Files.writeString(folder.resolve("data.txt"), "other");
        assertThat(hash("script")).isNotNull().isNotEqualTo(script);
        assertThat(CommandFiles.hash(reading, "")).isNotNull().isNotEqualTo(read);
    }

    @Test
    void ofAFolderNobodyKnowsWhatCounts() {
        assertThat(hash("app", "-C", ".")).isNull();
    }
}
