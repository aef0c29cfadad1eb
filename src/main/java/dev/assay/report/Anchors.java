package dev.assay.report;

import java.util.Locale;

/** Places in the page. */
final class Anchors {
    private Anchors() {}

    /** The id of a workload's section: letters, digits and dashes. */
    static String of(String workload) {
        return "workload-" + workload.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The id of a claim's card. */
    static String ofClaim(String claim) {
        return "claim-" + claim.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
