package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MarkdownPage;
import dev.assay.model.catalog.Claim;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of claims compared with {@code claims.json}. */
class ClaimsPageTest {
    private final MarkdownPage page = MarkdownPage.read(Path.of("src/site/markdown/claims.md"));
    private final List<Claim> claims = CatalogReader.read(Path.of("workloads")).claims();

    @Test
    void everyClaimHasItsRowWithItsSectionWordsAndExpectedVerdict() {
        assertThat(page.rows("claim").stream().map(cells -> cells.subList(0, 4)))
                .containsExactlyInAnyOrderElementsOf(claims.stream()
                        .map(claim -> List.of(
                                "`" + claim.id() + "`",
                                claim.section(),
                                claim.claim(),
                                claim.expected().toString()))
                        .toList());
    }

    @Test
    void whatNoProgramCanDecideHasItsReason() {
        assertThat(claims)
                .filteredOn(claim -> claim.untestable() != null)
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(page.rows("claim"))
                        .anyMatch(cells -> cells.get(0).equals("`" + claim.id() + "`")
                                && cells.get(4).equals(claim.untestable())));
    }
}
