package dev.assay.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Condition.All;
import dev.assay.model.catalog.Condition.Any;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimCoverageTest {
    private static final Implementation RUST = program(Runtime.RUST, "std");
    private static final Implementation CRATE = program(Runtime.RUST, "crate");
    private static final Implementation PYTHON = program(Runtime.PYTHON, "std");
    private static final Implementation NUMPY = program(Runtime.PYTHON, "numpy");
    private static final Workload MATMUL = workload("numeric/matmul", RUST, CRATE, PYTHON, NUMPY);
    private static final Workload SORT = workload("numeric/sort", RUST, PYTHON);

    private static Implementation program(Runtime runtime, String variant) {
        return new Implementation(runtime, variant, "source", List.of(), List.of(), List.of(), null, null, null, 1);
    }

    private static Workload workload(String id, Implementation... programs) {
        Map<Profile, Long> sizes = new EnumMap<>(Profile.class);
        Map<Profile, ExpectedOutput> expected = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            sizes.put(profile, 1L);
            expected.put(profile, new ExpectedOutput("1\n"));
        }
        return new Workload(id, "", "", "", "", "n", sizes, expected, false, ThreadUse.ONE, null, List.of(programs));
    }

    private static Condition measure(String of, String one, String other) {
        Quantity quantity = new Quantity(
                Metric.WORK,
                List.of(of),
                List.of(ComparisonSide.parse(one), ComparisonSide.parse(other)),
                Estimator.SUITE);
        return new Measure(quantity, 95, Bound.LOW, Op.ABOVE, 1, null, false);
    }

    private static final Condition LIBRARY = measure("numeric/matmul", "python:numpy", "rust:std");
    private static final Condition CRATES = measure("numeric/matmul", "python:numpy", "rust:crate");
    private static final Condition SPEED = measure("numeric", "python:std", "rust:std");

    private static Claim claim(String id, Condition when, @Nullable Condition guard, @Nullable Condition partly) {
        Rule rule = new Rule(
                "",
                when,
                guard == null ? List.of() : List.of(new Rule.Guard(guard, "")),
                partly == null ? List.of() : List.of(new Rule.Partly(partly, "")),
                null,
                null);
        return new Claim(id, "", "", ClaimVerdict.SUPPORTED, rule, null);
    }

    private static ClaimCoverage without(List<Claim> claims, Implementation... missing) {
        Set<Implementation> left = Set.of(missing);
        BiPredicate<Workload, Implementation> available = (workload, program) -> !left.contains(program);
        return new ClaimCoverage(claims, List.of(MATMUL, SORT), available);
    }

    private static boolean decides(Claim claim, Implementation... missing) {
        return without(List.of(claim), missing).decides(claim);
    }

    private static boolean isPointless(ClaimCoverage coverage, Implementation program) {
        return coverage.isPointless(MATMUL, program, (workload, each) -> true);
    }

    @Test
    void aMeasureTakesBothOfItsSidesInEveryWorkloadThatHasThem() {
        Claim library = claim("library", LIBRARY, null, null);
        assertThat(decides(library)).isTrue();
        assertThat(decides(library, NUMPY)).isFalse();
        assertThat(decides(library, RUST)).isFalse();
        assertThat(decides(library, CRATE, PYTHON)).isTrue();
        assertThat(decides(claim("other", measure("text", "python:std", "rust:std"), null, null)))
                .as("a suite that is not measured")
                .isFalse();
    }

    @Test
    void onePartCanDecideSeveralAndAGuardMustHaveItsFigures() {
        assertThat(decides(claim("all", new All(List.of(LIBRARY, SPEED)), null, null), NUMPY))
                .isTrue();
        assertThat(decides(claim("any", new Any(List.of(LIBRARY, SPEED)), null, null), NUMPY))
                .isTrue();
        assertThat(decides(claim("all", new All(List.of(LIBRARY, CRATES)), null, null), NUMPY))
                .isFalse();
        assertThat(decides(claim("guarded", SPEED, LIBRARY, null), NUMPY)).isFalse();
        assertThat(decides(claim("reserved", SPEED, null, LIBRARY), NUMPY)).isTrue();
    }

    @Test
    void aCrateServesNoClaimThatIsLost() {
        Claim library = claim("library", LIBRARY, null, CRATES);
        assertThat(isPointless(without(List.of(library)), CRATE)).isFalse();
        assertThat(isPointless(without(List.of(library), NUMPY), CRATE)).isTrue();
        assertThat(isPointless(without(List.of(library, claim("other", CRATES, null, null)), RUST), CRATE))
                .as("another claim needs it")
                .isFalse();
        Claim elsewhere = claim("elsewhere", LIBRARY, measure("text", "python:std", "rust:std"), CRATES);
        assertThat(isPointless(without(List.of(elsewhere), NUMPY), CRATE))
                .as("the choice of workloads leaves that undecided, not a missing program")
                .isFalse();
        assertThat(isPointless(without(List.of()), CRATE))
                .as("not measured by default")
                .isFalse();
    }

    @Test
    void namesTheClaimsThatAreLost() {
        List<Claim> claims = List.of(
                claim("library", LIBRARY, null, CRATES),
                claim("speed", SPEED, null, null),
                claim("elsewhere", measure("text", "python:std", "rust:std"), null, null));
        assertThat(without(claims, NUMPY).lost((workload, program) -> true))
                .extracting(Claim::id)
                .containsExactly("library");
        assertThat(without(claims, NUMPY).lost((workload, program) -> !program.equals(NUMPY)))
                .as("what nobody wished for is not lost")
                .isEmpty();
    }
}
