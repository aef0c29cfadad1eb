package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class AssayExceptionTest {
    @Test
    void aReasonIsMoreThanThePath() {
        assertThat(AssayException.reason(new NoSuchFileException("/x"))).isEqualTo("it does not exist");
        assertThat(AssayException.reason(new AccessDeniedException("/x"))).isEqualTo("permission denied");
        assertThat(AssayException.reason(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(AssayException.reason(new IOException("Stream closed"))).isEqualTo("Stream closed");
        assertThat(AssayException.reason(new IOException())).isEqualTo("IOException");
    }

    @Test
    void storageSaysWhatFailedWhyAndWhatToDo() {
        assertThat(new AssayException.Storage("Cannot write /x", new AccessDeniedException("/x"), "Free some space."))
                .hasMessage("Cannot write /x (permission denied). Free some space.");
    }
}
