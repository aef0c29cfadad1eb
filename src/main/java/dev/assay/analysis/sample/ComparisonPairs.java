package dev.assay.analysis.sample;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.TrialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which trials of a workload are compared with each other: always the same pairs, chosen before anything is seen. */
public final class ComparisonPairs {
    /**
     * Two trials to compare.
     *
     * @param baseline above the line
     * @param contender below the line
     */
    public record Pair(TrialSamples baseline, TrialSamples contender) {}

    private ComparisonPairs() {}

    /** The pairs of some trials, workload by workload. */
    public static List<Pair> among(Collection<TrialSamples> all) {
        Map<String, List<TrialSamples>> byWorkload = new LinkedHashMap<>();
        for (TrialSamples trial : all) {
            byWorkload
                    .computeIfAbsent(trial.id().workload(), id -> new ArrayList<>())
                    .add(trial);
        }
        return byWorkload.values().stream()
                .flatMap(trials -> find(trials).stream())
                .toList();
    }

    private static List<Pair> find(Collection<TrialSamples> trials) {
        List<Pair> pairs = new ArrayList<>();
        for (TrialSamples contender : trials) {
            for (TrialSamples baseline : trials) {
                if (belong(baseline.id(), contender.id())) {
                    pairs.add(new Pair(baseline, contender));
                }
            }
        }
        return pairs;
    }

    private static boolean belong(TrialId baseline, TrialId contender) {
        if (baseline.size() != contender.size()) {
            return false;
        }
        if (baseline.threads() != contender.threads()) {
            return baseline.threads() == 1 && baseline.label().equals(contender.label());
        }
        return isPrimaryPair(baseline, contender)
                || isVariant(baseline, contender)
                || (CommandPair.isBaseline(baseline) && CommandPair.isContender(contender));
    }

    private static boolean isPrimaryPair(TrialId baseline, TrialId contender) {
        return RuntimePair.headlines().stream()
                .anyMatch(pair -> isPrimary(baseline, pair.baseline())
                        && contender.runtime() == pair.contender()
                        && (contender.primary() || isByClang(contender)));
    }

    private static boolean isVariant(TrialId baseline, TrialId contender) {
        return (isPrimary(baseline, contender.runtime()) && !isPrimary(contender, contender.runtime()))
                || (isPrimary(baseline, Runtime.PYTHON) && isAnotherPython(contender) && contender.primary());
    }

    /** C or C++ as the compiler on Rust's own LLVM makes it: close to C is close to the faster of both. */
    private static boolean isByClang(TrialId id) {
        return (id.runtime() == Runtime.C || id.runtime() == Runtime.CPP)
                && id.variant().equals(Implementation.Compiler.CLANG.toString());
    }

    private static boolean isAnotherPython(TrialId id) {
        return id.runtime() != Runtime.PYTHON && id.runtime().python();
    }

    private static boolean isPrimary(TrialId id, Runtime runtime) {
        return id.runtime() == runtime && id.primary();
    }
}
