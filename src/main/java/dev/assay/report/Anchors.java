package dev.assay.report;

import java.util.Locale;

/** Places in the page. */
final class Anchors {
    private Anchors() {}

    /** The id of a workload's section: letters, digits, dots and dashes, different for different ids. */
    static String link(String workload) {
        return "workload-" + safe(workload.replace('/', '.'));
    }

    /** The id of a probe's row. */
    static String ofProbe(String probe) {
        return "probe-" + safe(probe.replace('/', '.'));
    }

    /** The id of the place where a probe's program is shown. */
    static String ofProgram(String probe) {
        return "program-" + safe(probe.replace('/', '.'));
    }

    /** The id of a claim's card. */
    static String ofClaim(String claim) {
        return "claim-" + safe(claim);
    }

    private static String safe(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
    }
}
