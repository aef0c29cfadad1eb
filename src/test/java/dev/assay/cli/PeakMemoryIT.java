package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Peak memory against programs whose need is known, under a small and a large virtual machine: a JVM that starts a program itself hands its
 * own peak on to it, and every figure below its own would be false.
 */
class PeakMemoryIT {
    private static final double MIB = 1 << 20;

    /** Touches as many MiB as its argument says. */
    private static final String PROGRAM = """
            #include <stdlib.h>
            #include <string.h>
            int main(int argc, char **argv) {
                size_t bytes = (size_t)atol(argv[argc - 1]) << 20;
                char *block = malloc(bytes + 1);
                if (block == NULL) return 1;
                memset(block, 1, bytes);
                return block[bytes / 2] > 1;
            }
            """;

    @TempDir
    private Path folder;

    private Path program() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("touch.c"), PROGRAM);
        Path program = folder.resolve("touch");
        Process compiler = new ProcessBuilder("cc", "-O1", "-fno-builtin", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).as("the C compiler's exit code").isZero();
        return program;
    }

    private double[] peaks(String heap, String baseline, String contender) throws IOException, InterruptedException {
        Ended ended = new AssayProcess(folder, AssayProcess.project())
                .jvm("-Xms" + heap)
                .jvm("-Xmx" + heap)
                .jvm("-XX:+AlwaysPreTouch")
                .run("compare", "--baseline", baseline, "--contender", contender, "--runs=2");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode run =
                JsonMapper.builder().build().readTree(Files.readString(folder.resolve("results/latest/run.json")));
        return new double[] {
            peak(run.path("trials").get(0)), peak(run.path("trials").get(1))
        };
    }

    private static double peak(JsonNode trial) {
        return trial.path("typical").path("peak").path("value").asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"64m", "1g"})
    void whatAProgramTouchesIsWhatIsReported(String heap) throws IOException, InterruptedException {
        String program = "'" + program() + "' ";
        double[] small = peaks(heap, program + 8, program + 0);
        double[] large = peaks(heap, program + 64, program + 256);
        Map.of(8, small[0], 64, large[0], 256, large[1])
                .forEach((mib, peak) -> assertThat((peak - small[1]) / MIB)
                        .as("%d MiB under a heap of %s", mib, heap)
                        .isBetween(mib * 0.99 - 0.5, mib * 1.01 + 0.5));
    }

    @Test
    void aSmallProgramStaysSmallUnderALargeVirtualMachine() throws IOException, InterruptedException {
        double[] peaks = peaks("1g", "true", "/bin/true");
        assertThat(peaks[0] / MIB).isBetween(0.1, 2.0);
        assertThat(peaks[1] / MIB).isBetween(0.1, 2.0);
    }
}
