package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MarkdownPage;
import dev.assay.model.catalog.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Three people would rather have another verdict: what they say is answered for each claim that something decides. */
    @Test
    void everyClaimThatIsDecidedHasItsObjections() throws IOException {
        String text = Files.readString(Path.of("src/site/markdown/claims.md"));
        String objections = text.substring(text.indexOf("\n## Objections"), text.indexOf("\n## Not tested"));
        List<String> sections =
                List.of(objections.split("\n### ")).stream().skip(1).toList();
        List<String> named = sections.stream()
                .flatMap(section -> Pattern.compile("`([^`]+)`")
                        .matcher(section.lines().findFirst().orElseThrow())
                        .results())
                .map(found -> found.group(1))
                .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(claims.stream()
                        .filter(claim -> claim.rule() != null)
                        .map(Claim::id)
                        .toList());
        assertThat(sections)
                .allSatisfy(section -> assertThat(section.lines()
                                .filter(line -> line.startsWith("- **"))
                                .map(line -> line.replaceFirst(":\\*\\* .*", "")))
                        .containsExactly("- **Rust", "- **Python", "- **C and C++"));
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
