package dev.assay.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.app.SampleSize;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.StoppingPolicy;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StoppingOptionsTest {
    private static SampleSize extent(Profile profile, @Nullable Integer blocks, String... arguments) {
        return CommandLine.populateCommand(new StoppingOptions(), arguments).extent("--blocks", blocks, profile);
    }

    private static StoppingPolicy stopping(double precision, Duration budget) {
        return new StoppingPolicy(10, 2, precision, budget.toNanos());
    }

    @Test
    void aProfileSaysHowMuchIsMeasured() {
        assertThat(extent(Profile.SMOKE, null)).isEqualTo(SampleSize.fixed(4));
        assertThat(extent(Profile.QUICK, null))
                .isEqualTo(new SampleSize(60, 1, stopping(0.02, Duration.ofSeconds(330))));
        assertThat(extent(Profile.FULL, null))
                .isEqualTo(new SampleSize(100, 1, stopping(0.02, Duration.ofMinutes(60))));
    }

    @Test
    void whatIsAskedForHolds() {
        assertThat(extent(Profile.QUICK, null, "--precision=0.5%", "--budget=90s"))
                .isEqualTo(new SampleSize(60, 1, stopping(0.005, Duration.ofSeconds(90))));
        assertThat(extent(Profile.QUICK, 20)).isEqualTo(SampleSize.fixed(20));
        assertThat(extent(Profile.SMOKE, 6)).isEqualTo(SampleSize.fixed(6));
    }

    /** What a run records is what goes on with it. */
    @Test
    void whatIsRecordedSaysTheSameAgain() {
        SampleSize asked = extent(Profile.QUICK, null, "--precision=1.25%", "--budget=1h2m3s4ms");
        Map<String, String> options = asked.options("blocks");
        assertThat(options).isEqualTo(Map.of("precision", "1.25%", "budget", "1h2m3s4ms"));
        String[] again = options.entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue())
                .toArray(String[]::new);
        assertThat(extent(Profile.QUICK, null, again)).isEqualTo(asked);
        assertThat(extent(Profile.QUICK, 20).options("runs")).isEqualTo(Map.of("runs", "20"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUICK | 20    | --budget=5m       | --blocks=20 and --budget=5m cannot be combined",
                "QUICK | 20    | --precision=2%    | the first fixes how much is measured",
                "SMOKE |       | --precision=2%    | --precision=2% does not apply to a smoke run",
                "QUICK | 0     |                   | --blocks=0 is out of range: give 1 to 10000",
                "QUICK | 10001 |                   | --blocks=10001 is out of range",
                "QUICK |       | --precision=2     | --precision=2 is not a valid precision: give a percentage from 0.1% to"
                        + " 50%, such as 2%",
                "QUICK |       | --precision=0.05% | is not a valid precision",
                "QUICK |       | --precision=51%   | is not a valid precision",
                "QUICK |       | --budget=soon     | --budget=soon is not a valid time",
                "QUICK |       | --budget=0s       | --budget=0s is not a valid time",
                "QUICK |       | --budget=169h     | --budget=169h is out of range: give at most 7 days",
            })
    void whatIsWrongIsAnsweredInWords(
            Profile profile, @Nullable Integer blocks, @Nullable String option, String words) {
        String[] arguments = option == null ? new String[0] : new String[] {option};
        assertThatThrownBy(() -> extent(profile, blocks, arguments))
                .isInstanceOf(Usage.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"0.1%,0.001", "50%,0.5", "2 %,0.02"})
    void theEndsOfTheRangeAreInIt(String share, double value) {
        assertThat(extent(Profile.QUICK, null, "--precision=" + share).stopping())
                .isEqualTo(stopping(value, Duration.ofSeconds(330)));
    }
}
