package dev.assay.toolchain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckIT {
    @TempDir
    Path folder;

    @Test
    void leavesNothingWhereProgramsCanBeStarted() {
        Path target = folder.resolve("ein Ziel");
        assertThatCode(() -> StartCheck.in(target, new CommandRunner())).doesNotThrowAnyException();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void saysWhereNoProgramCanBeStarted() throws IOException, InterruptedException {
        Path target = Files.createDirectories(folder.resolve("target"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "noexec", "none", target.toString()))
                .as("only root may mount a file system")
                .isZero();
        try {
            assertThatThrownBy(() -> StartCheck.in(target, new CommandRunner()))
                    .isInstanceOf(ToolchainFailure.class)
                    .hasMessageStartingWith("Programs cannot be started in " + target)
                    .hasMessageContaining("noexec");
            assertThat(target).isEmptyDirectory();
        } finally {
            assertThat(run("umount", target.toString())).isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
    }
}
