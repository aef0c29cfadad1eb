package dev.assay.analysis.change;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.stats.CommonShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the changes from one run to another has a cause in common: when more than a fifth of the workloads got slower, or faster, or larger, or
 * smaller, the machine or its system did, and no program is said to have changed.
 *
 * @param timed whether it is about times, else about memory
 * @param way which way they moved
 * @param moved how many workloads did
 * @param all of how many that have a verdict
 */
record CommonCause(boolean timed, Verdict way, int moved, int all) {
    /** The changes, of which those that moved with too many others are inconclusive. */
    static List<Change> applied(List<Change> changes) {
        List<CommonCause> causes = Stream.of(true, false)
                .flatMap(timed -> Stream.of(Verdict.WORSE, Verdict.BETTER).map(way -> of(changes, timed, way)))
                .filter(cause -> CommonShift.isCommon(cause.moved, cause.all))
                .toList();
        return changes.stream()
                .map(change -> causes.stream()
                        .filter(cause -> cause.concerns(change.comparison()))
                        .findFirst()
                        .map(cause -> cause.voided(change))
                        .orElse(change))
                .toList();
    }

    private static CommonCause of(List<Change> changes, boolean timed, Verdict way) {
        List<Comparison> known = changes.stream()
                .map(Change::comparison)
                .filter(each -> each.metric().timed() == timed && each.verdict() != Verdict.INCONCLUSIVE)
                .toList();
        List<Comparison> moved =
                known.stream().filter(each -> each.verdict() == way).toList();
        return new CommonCause(
                timed, way, workloads(moved).size(), workloads(known).size());
    }

    private static Set<String> workloads(List<Comparison> comparisons) {
        return comparisons.stream().map(Comparison::workload).collect(Collectors.toSet());
    }

    private boolean concerns(Comparison comparison) {
        return comparison.metric().timed() == timed && comparison.verdict() == way;
    }

    private Change voided(Change change) {
        Comparison was = change.comparison();
        List<String> reasons = new ArrayList<>(was.reasons());
        reasons.add(moved + " of " + all + " workloads moved the same way at once, so they have a common cause");
        return change.with(was.with(Verdict.INCONCLUSIVE, reasons));
    }
}
