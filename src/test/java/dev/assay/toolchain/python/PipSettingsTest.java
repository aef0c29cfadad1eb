package dev.assay.toolchain.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PipSettingsTest {
    /** What pip 23.2.1 says of such a file. */
    private static final String LIST = """
            :env:.find-links='/opt/wheels'
            global.extra-index-url='\\nhttps://a/simple\\nhttps://b/simple'
            global.index-url='https://u:p@x/simple'
            global.timeout='60'
            install.index-url='https://y/simple'
            install.find-links='/tmp/it\\'s "x"'
            install.target='/tmp/elsewhere'
            install.no-binary=':all:'
            download.cert='/tmp/cert'
            """;

    @Test
    void keepsWhereFromAndDropsWhereTo() {
        assertThat(PipSettings.read(LIST, Set.of("PIP_TIMEOUT")))
                .containsOnlyKeys(
                        "PIP_CONFIG_FILE", "PIP_RETRIES", "PIP_EXTRA_INDEX_URL", "PIP_INDEX_URL", "PIP_FIND_LINKS")
                .containsEntry("PIP_CONFIG_FILE", "/dev/null")
                .containsEntry("PIP_EXTRA_INDEX_URL", "https://a/simple https://b/simple")
                .containsEntry("PIP_INDEX_URL", "https://y/simple")
                .containsEntry("PIP_FIND_LINKS", "/tmp/it's \"x\"");
    }
}
