package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimOrigin;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Rule;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.catalog.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What holds for every claim of {@code claims.json}, so that none is treated better than another. */
class ClaimsLedgerTest {
    private static final Path FILE = Path.of("workloads/claims.json");
    private static final LocalDate FIRST_DECIDED = LocalDate.of(2026, 11, 23);

    private final Catalog catalog = CatalogReader.read(Path.of("workloads"));
    private final List<Claim> claims = catalog.claims();

    private static List<String> probes(List<Rule.Partly> reservations) {
        return reservations.stream()
                .map(Rule.Partly::when)
                .filter(Condition.Probe.class::isInstance)
                .map(condition -> ((Condition.Probe) condition).probe())
                .toList();
    }

    @Test
    void theFileSaysOfEachWhoMakesIt() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(FILE));
        assertThat(file.path("claims"))
                .allSatisfy(
                        claim -> assertThat(claim.path("origin").asString("")).isIn("stated", "implied", "ours"));
        assertThat(claims.stream().filter(Claim::isOurs).map(Claim::id))
                .containsExactlyInAnyOrder(
                        "memory.churn", "memory.pauses", "threads.contention", "dispatch.traits", "build.check");
        assertThat(claims)
                .filteredOn(claim -> claim.origin() == ClaimOrigin.IMPLIED)
                .isNotEmpty();
    }

    @Test
    void whatChangedSaysWhenAndHowItWas() {
        assertThat(claims.stream()
                        .map(Claim::rule)
                        .filter(Objects::nonNull)
                        .map(Rule::changed)
                        .filter(Objects::nonNull))
                .hasSizeGreaterThan(4)
                .allSatisfy(change -> {
                    assertThat(LocalDate.parse(change.since())).isAfterOrEqualTo(FIRST_DECIDED);
                    assertThat(change.was()).endsWith(".");
                });
    }

    @Test
    void whereTheCompilerProtectsUnsafeCodeIsAReservation() {
        for (String id : List.of("safety.use-after-free", "safety.bounds", "threads.data-race")) {
            Rule rule = Objects.requireNonNull(claim(id).rule());
            assertThat(probes(rule.partly())).as(id).anyMatch(probe -> probe.startsWith("safety/unsafe-"));
            assertThat(claim(id).expected()).as(id).isEqualTo(ClaimVerdict.PARTLY);
        }
    }

    private List<String> usingNumPy(boolean onRequest) {
        return catalog.workloads().stream()
                .filter(workload -> workload.onRequest() == onRequest)
                .filter(workload -> workload.implementations().stream()
                        .anyMatch(program -> program.variant().equals("numpy")))
                .map(Workload::id)
                .toList();
    }

    private List<String> measuredBy(String claim) {
        return Objects.requireNonNull(claim(claim).rule()).quantities().stream()
                .flatMap(quantity -> quantity.of().stream())
                .distinct()
                .toList();
    }

    /** A default run must be able to decide the first one. */
    @Test
    void everyProgramThatUsesNumPyIsInARuleAboutLibraries() {
        assertThat(measuredBy("speed.library")).containsExactlyInAnyOrderElementsOf(usingNumPy(false));
        assertThat(measuredBy("data.libraries")).containsAll(usingNumPy(true));
        assertThat(usingNumPy(true)).isNotEmpty();
    }

    @Test
    void tenContradictionsNameTwoPlacesAndWhatDecidesThem() {
        Rulebook rulebook = catalog.rules();
        assertThat(rulebook.article().contradictions()).hasSize(10).allSatisfy(each -> {
            assertThat(each.sections()).isNotBlank();
            assertThat(claims.stream().map(Claim::id)).containsAll(each.claims());
        });
    }

    private Claim claim(String id) {
        return claims.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
