package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MistypedPropertiesTest {
    private final CommandLine line = new CommandLine(Main.class, AssayCall.commands());

    @ParameterizedTest
    @CsvSource({
        "suites,suite",
        "Suite,suite",
        "thread,threads",
        "block,blocks",
        "profil,profile",
        "fail_on,fail-on",
        "run,runs",
        "cpu,cpus",
        "memory_limit,memory-limit"
    })
    void whatIsNearAnOptionIsNamedWithIt(String typed, String meant) {
        assertThat(MistypedProperties.warnings(line, List.of(typed)))
                .containsExactly("Unknown option -D" + typed + " (ignored). Did you mean -D" + meant + "?");
    }

    @Test
    void optionsAndWhatBelongsToOthersAreLeftAlone() {
        assertThat(MistypedProperties.warnings(
                        line,
                        List.of(
                                "suite",
                                "ignore-output",
                                "java.version",
                                "basedir",
                                "skipTests",
                                "test",
                                "gopherProxySet")))
                .isEmpty();
        assertThat(MistypedProperties.warnings(line, System.getProperties().stringPropertyNames()))
                .isEmpty();
    }
}
