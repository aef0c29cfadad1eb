package dev.assay.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.environment.CpuKinds;
import dev.assay.meter.Limits;
import dev.assay.model.AssayException.Usage;
import dev.assay.run.RunConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LimitOptionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<Integer> ALLOWED = List.of(0, 1, 2, 3, 8);

    private static final CpuKinds ALIKE = new CpuKinds(List.of());
    private static final CpuKinds HYBRID = new CpuKinds(List.of(
            new CpuKinds.Kind("performance cores", List.of(0, 1)),
            new CpuKinds.Kind("efficiency cores", List.of(2, 3, 8))));

    private static LimitOptions parsed(String... arguments) {
        return CommandLine.populateCommand(new LimitOptions(), arguments);
    }

    @Test
    void withoutAnyThereIsNoneButTheUsualOnes() {
        LimitOptions options = parsed();

        assertThat(options.limits(TIMEOUT)).isEqualTo(RunConfig.limits(TIMEOUT));
        assertThat(options.cpus(ALLOWED, ALIKE)).isEmpty();
        assertThat(options.given()).isEmpty();
    }

    @Test
    void whereThereAreSeveralKindsOfProcessorsTheFastestIsChosen() {
        assertThat(parsed().cpus(ALLOWED, HYBRID)).containsExactly(0, 1);
        assertThat(parsed().warnings(ALLOWED, HYBRID)).isEmpty();
        assertThat(parsed().cpus(List.of(2, 8), HYBRID)).isEmpty();
        assertThat(parsed("--cpus=2-3").warnings(ALLOWED, HYBRID)).isEmpty();
        assertThat(parsed("--cpus=all").cpus(ALLOWED, HYBRID)).isEmpty();
        assertThat(parsed("--cpus=all").warnings(ALLOWED, ALIKE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "1-2"})
    void processorsOfSeveralKindsMislead(String cpus) {
        assertThat(parsed("--cpus=" + cpus).warnings(ALLOWED, HYBRID))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.misleads()).isTrue();
                    assertThat(warning.problem())
                            .contains("--cpus=" + cpus, "performance cores 0,1, efficiency cores 2,3,8");
                });
    }

    @Test
    void limitsAreReadWithTheirUnitsAndRecordedAsTyped() {
        LimitOptions options = parsed("--memory-limit=2GiB", "--cpu-limit=30s", "--process-limit=7", "--cpus=8,0-1");
        Limits limits = options.limits(TIMEOUT);

        assertThat(limits.timeout()).isEqualTo(TIMEOUT);
        assertThat(limits.memoryBytes()).isEqualTo(2L << 30);
        assertThat(limits.cpu()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.processes()).isEqualTo(7);
        assertThat(options.cpus(ALLOWED, ALIKE)).containsExactly(8, 0, 1);
        assertThat(options.given())
                .containsExactly(
                        Map.entry("cpus", "8,0-1"),
                        Map.entry("memory-limit", "2GiB"),
                        Map.entry("cpu-limit", "30s"),
                        Map.entry("process-limit", "7"));
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "1KiB, 1024", "3mib, 3145728", "1TiB, 1099511627776"})
    void memoryIsANumberOfBytesOrHasAUnit(String text, long bytes) {
        assertThat(UnitParser.bytes("--memory-limit", text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory-limit=2GB            | is not a valid size: give a number above 0 with a unit",
                "--memory-limit=0MiB           | is not a valid size",
                "--memory-limit=999999999999TiB| is not a valid size",
                "--cpu-limit=30                | --cpu-limit=30 is not a valid time",
                "--process-limit=0             | --process-limit=0 is out of range: give a number of at least 1",
                "--cpus=fast                   | is not a valid list of processors: give numbers and ranges, such as 0,2-3, or"
                        + " all. Allowed here: 0-3,8.",
                "--cpus=0,5                    | processor 5 does not exist or is not allowed. Allowed here: 0-3,8.",
                "--cpus=0-2,1                  | names processor 1 twice"
            })
    void whatIsNoneIsAWrongOption(String option, String words) {
        LimitOptions options = parsed(option);

        assertThatThrownBy(() -> {
                    options.limits(TIMEOUT);
                    options.cpus(ALLOWED, ALIKE);
                })
                .isInstanceOf(Usage.class)
                .hasMessageContaining(words);
    }
}
