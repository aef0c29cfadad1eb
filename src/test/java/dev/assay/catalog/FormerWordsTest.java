package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Sha256;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Rulebook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of a user's, from the time when work time was called kernel time. */
class FormerWordsTest {
    @TempDir
    private Path root;

    @Test
    void areReadAsTodays() {
        Fixture fixture = Fixture.copyTo(root);
        Catalog today = CatalogReader.read(root);
        inFormerWords(fixture);
        Catalog former = CatalogReader.read(root);

        assertThat(former.workloads()).isEqualTo(today.workloads());
        assertThat(former.claims()).isEqualTo(today.claims());
        assertThat(former.rules().sha256())
                .isEqualTo(Sha256.hash(fixture.read(Fixture.CLAIMS).getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash that a journal of before has of its rules. */
    @Test
    void rulesOfWhichOnlyTheWordsWereRenamedAreTheSame() {
        Fixture fixture = Fixture.copyTo(root);
        Rulebook today = CatalogReader.read(root).rules();
        inFormerWords(fixture);
        Rulebook former = CatalogReader.read(root).rules();
        String hash = Objects.requireNonNull(former.sha256());
        assertThat(hash).isNotEqualTo(today.sha256());
        assertThat(today.has(hash)).isTrue();
        assertThat(former.has(hash)).isTrue();

        fixture.replace(Fixture.CLAIMS, "1.25", "1.26");
        assertThat(CatalogReader.read(root).rules().has(hash)).isFalse();
    }

    private static void inFormerWords(Fixture fixture) {
        fixture.replace(Fixture.ADD, "\"workTime\": true", "\"kernelTime\": true")
                .replace(Fixture.COUNT, "\"workTime\": false", "\"kernelTime\": false")
                .replace(Fixture.CLAIMS, "\"metric\": \"work\"", "\"metric\": \"kernel\"");
    }

    @Test
    void whatIsWrongInAFormerWordIsNamedByItsLine() {
        Fixture fixture = Fixture.copyTo(root).replace(Fixture.ADD, "\"workTime\": true", "\"kernelTime\": 7");
        assertThat(fixture.problem()).startsWith("ROOT/numeric/add/workload.json:19: 'workTime' is 7; give true if ");

        fixture.replace(Fixture.ADD, "\"kernelTime\": 7", "\"kernelTime\": true, \"workTime\": true");
        assertThat(fixture.problem())
                .isEqualTo(
                        "ROOT/numeric/add/workload.json: this cannot be used: 'kernelTime' is the former name of 'workTime', and both"
                                + " are present; remove the former one");
    }
}
