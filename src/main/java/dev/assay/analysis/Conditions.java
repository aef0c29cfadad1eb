package dev.assay.analysis;

import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.Condition;
import dev.assay.model.Noise;
import java.util.List;

/** Evaluates the conditions of rules on one session. */
final class Conditions {
    private final Measures measures;

    Conditions(Session session, Noise noise) {
        this.measures = new Measures(new Quantities(session), noise);
    }

    /** How a condition comes out. */
    Finding evaluate(Condition condition) {
        if (condition instanceof Condition.All all) {
            return Finding.all(all.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Finding.any(any.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Measure measure) {
            return measures.evaluate(measure);
        }
        return probe((Condition.Probe) condition);
    }

    /** A recording holds processes' figures and no probe's outcome, so a probe never has data. */
    private static Finding probe(Condition.Probe probe) {
        String asked = probe.outcome() + (probe.code() == null ? "" : " with " + probe.code());
        Evidence evidence = new Evidence("probe " + probe.probe(), null, null, 0, asked, Outcome.NO_DATA);
        Gap gap = new Gap("the probe " + probe.probe(), "no outcome of it is part of this run");
        return Finding.missing(List.of(evidence), List.of(gap));
    }
}
