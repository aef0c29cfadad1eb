package dev.assay.model.catalog;

import dev.assay.model.Metric;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Which claims the programs at hand can decide.
 *
 * @param claims the claims
 * @param workloads what is measured
 * @param available whether a program of a workload can be measured
 */
public record ClaimCoverage(
        List<Claim> claims, List<Workload> workloads, BiPredicate<Workload, Implementation> available) {
    public ClaimCoverage {
        claims = List.copyOf(claims);
        workloads = List.copyOf(workloads);
    }

    /** Whether the figures of the programs could decide a claim, one way or the other. What only probes decide is. */
    public boolean decides(Claim claim) {
        Rule rule = claim.rule();
        return rule != null
                && decides(rule.when())
                && rule.guards().stream().map(Rule.Guard::when).allMatch(this::decides);
    }

    /**
     * Whether all claims that a program is about are {@link #lost}.
     *
     * @param wished whether a program was meant to be measured
     */
    public boolean isPointless(
            Workload workload, Implementation program, BiPredicate<Workload, Implementation> wished) {
        List<Claim> about = claims.stream()
                .filter(claim -> Stream.ofNullable(claim.rule())
                        .flatMap(rule -> rule.quantities().stream())
                        .anyMatch(quantity -> quantity.names(workload, program)))
                .toList();
        return !about.isEmpty() && lost(wished).containsAll(about);
    }

    /**
     * The claims that could be decided if every program could be measured, and cannot as it is. What the choice of workloads leaves undecided
     * is not lost.
     *
     * @param wished whether a program was meant to be measured
     */
    public List<Claim> lost(BiPredicate<Workload, Implementation> wished) {
        ClaimCoverage whole = new ClaimCoverage(claims, workloads, wished);
        return claims.stream()
                .filter(claim -> whole.decides(claim) && !decides(claim))
                .toList();
    }

    /** One part can refute what is said of all, and support what is said of any: so a condition is lost when all of its parts are. */
    private boolean decides(Condition condition) {
        if (!condition.parts().isEmpty()) {
            return condition.parts().stream().anyMatch(this::decides);
        }
        return condition.quantities().stream()
                .filter(quantity -> quantity.metric() != Metric.ELEMENT_BYTES) // probes have it
                .allMatch(this::hasFigures);
    }

    private boolean hasFigures(Condition.Quantity quantity) {
        return quantity.of().stream().allMatch(this::isMeasured)
                && workloads.stream()
                        .filter(quantity::covers)
                        .allMatch(workload -> quantity.sides().stream()
                                .map(ComparisonSide::label)
                                .allMatch(label -> isAvailable(workload, label)));
    }

    private boolean isMeasured(String name) {
        return workloads.stream().anyMatch(workload -> name.equals(workload.id()) || name.equals(workload.suite()));
    }

    private boolean isAvailable(Workload workload, String label) {
        return workload.implementations().stream()
                .anyMatch(program -> program.label().equals(label) && available.test(workload, program));
    }
}
