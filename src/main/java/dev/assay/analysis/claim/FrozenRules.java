package dev.assay.analysis.claim;

import dev.assay.model.Warning;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.run.RunHeader;
import java.time.Instant;
import java.util.Set;

/** Whether a run is judged by the rules that were written down before its first sample. */
public final class FrozenRules {
    private FrozenRules() {}

    /** Warns of other rules. A journal that does not say which ones it was measured under cannot be told from one that was judged rightly. */
    public static void warn(RunHeader header, Rulebook rules, Set<Warning> warnings) {
        String before = header.hashes().claimsSha256();
        if (before == null || rules.sha256() == null || rules.has(before)) {
            return;
        }
        Instant changed = rules.changedAt();
        boolean younger = changed != null && changed.isAfter(header.startedAt());
        warnings.add(Warning.grave(
                "other-rules",
                "The claims are judged by different rules than when this run was measured: the hash of claims.json is not the"
                        + " one in the journal" + (younger ? ", and claims.json was changed after the run began" : "")
                        + ".",
                "A rule written after the results were known proves nothing. Measure again, or use the claims.json from the"
                        + " time of the run."));
    }
}
