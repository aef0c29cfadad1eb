package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.request.CommandOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.model.Warning;
import dev.assay.model.run.Command;
import dev.assay.toolchain.host.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured when a command begins with something that starts a Python. */
class CommandPairSetupIT {
    @TempDir
    Path folder;

    private Path script(String path) throws IOException {
        Path python = SearchPath.parse(System.getenv("PATH")).find("python3").orElseThrow();
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nexec '" + python + "' \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aShimIsOmittedAndAWrapperIsMeasuredAsItIs() throws IOException {
        Path shim = script("shims/python3");
        Path wrapper = script("my bin/python3");
        CommandPairSetup pair = CommandPairSetup.of(
                RunRequest.DEFAULT
                        .with(CommandOptions.BASELINE, "shims/python3 app.py")
                        .with(CommandOptions.CONTENDER, "'my bin/python3' app.py")
                        .with(CommandOptions.CWD, folder),
                Map.of("PATH", System.getenv("PATH"), "HOME", System.getenv("HOME")),
                Path.of(""));

        assertThat(pair.warnings()).extracting(Warning::code).containsExactly("shim", "wrapper");
        String interpreter = program(pair, 0);
        assertThat(interpreter).isNotEqualTo(shim.toString());
        assertThat(program(pair, 1)).isEqualTo(wrapper.toString());
        assertThat(pair.warnings().get(1).message())
                .isEqualTo("--contender: " + wrapper + " is a wrapper around " + interpreter
                        + "; the wrapper was measured too.");
    }

    private static String program(CommandPairSetup pair, int trial) {
        Command command = Objects.requireNonNull(pair.trials().get(trial).command());
        return command.argv().get(0);
    }
}
