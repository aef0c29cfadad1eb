package dev.assay.toolchain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianPackagesTest {
    /** The lines are those of the systems' own {@code /etc/os-release}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID=debian | VERSION_ID=\"12\" | VERSION_CODENAME=bookworm | rustc-web cargo-web",
                "ID=debian | VERSION_ID=\"13\" | VERSION_CODENAME=trixie | rustc cargo",
                "ID=debian | NAME=\"Debian GNU/Linux\" | VERSION_CODENAME=forky | rustc cargo",
                "ID=ubuntu | VERSION_ID=\"24.04\" | VERSION_CODENAME=noble |",
                "ID=ubuntu | VERSION_ID=\"25.04\" | VERSION_CODENAME=plucky |",
                "ID=ubuntu | VERSION_ID=\"25.10\" | VERSION_CODENAME=questing | rustc cargo",
                "ID=ubuntu | VERSION_ID=\"26.04\" | VERSION_CODENAME=resolute | rustc cargo",
            })
    void namesARustThatIsNewEnoughWhereThereIsOne(String id, String version, String codename, String packages) {
        assertThat(String.join(" ", DebianPackages.rust(List.of(id, version, codename))))
                .isEqualTo(packages == null ? "" : packages);
    }
}
