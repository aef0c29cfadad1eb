package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCommandTest {
    @TempDir
    private Path folder;

    private UserCommand parse(String text) {
        return UserCommand.parse("--baseline", text, folder, Map.of("PATH", "bin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO=1 app --fast | Put env before it: --baseline 'env FOO=1 COMMAND'",
                "FOO=/a/b app | Put env before it: --baseline 'env FOO=/a/b COMMAND'",
                "~/app | only a shell expands ~",
                "./app | no executable file",
                "app | no program 'app' on the PATH (bin)"
            })
    void whatOnlyAShellWouldFindIsSaidInWords(String text, String words) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(Usage.class).hasMessageContaining(words);
    }

    @Test
    void aProgramWithSuchANameIsFound() throws IOException {
        Path program =
                Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("FOO=1"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(parse("FOO=1 a").argv()).containsExactly(program.toString(), "a");
    }
}
