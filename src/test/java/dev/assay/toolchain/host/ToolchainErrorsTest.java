package dev.assay.toolchain.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.CommandResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolchainErrorsTest {
    /** Build servers name folders after branches, feature%2Fx. */
    @ParameterizedTest
    @CsvSource({"/ci/feature%2Fx/target/m, true", "/ci/feature/target/m, false"})
    void aFolderWithAPercentSignInWhichLldCannotWriteIsNamedAsTheReason(String output, boolean named) {
        CommandResult finished = CommandResult.exited(
                101, "", "rust-lld: error: cannot open output file " + output + ": No such file or directory\n");
        String message =
                ToolchainErrors.build("the meter", "cargo build", finished).getMessage();
        assertThat(message).contains("Building the meter failed", "cannot open output file");
        assertThat(message.contains("a folder with % in its path")).isEqualTo(named);
    }
}
