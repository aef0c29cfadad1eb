package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.Finished;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    /** Build servers name folders after branches, feature%2Fx. */
    @ParameterizedTest
    @CsvSource({"/ci/feature%2Fx/target/m, true", "/ci/feature/target/m, false"})
    void aFolderWithAPercentSignInWhichLldCannotWriteIsNamedAsTheReason(String output, boolean named) {
        Finished finished = Finished.exited(
                101, "", "rust-lld: error: cannot open output file " + output + ": No such file or directory\n");
        String message = Advice.build("the meter", "cargo build", finished).getMessage();
        assertThat(message).contains("Building the meter failed", "cannot open output file");
        assertThat(message.contains("no folder with a % in its path")).isEqualTo(named);
    }
}
