package dev.assay.analysis;

import dev.assay.model.Condition;
import dev.assay.model.Noise;
import java.util.List;

/** Evaluates the conditions of rules on one session. */
final class Conditions {
    private final Measures measures;
    private final Probes probes;

    Conditions(IndexedRecording indexed, Noise noise) {
        this.measures = new Measures(new Quantities(indexed), noise);
        this.probes = new Probes(indexed);
    }

    /** How a condition comes out. */
    Finding evaluate(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Condition.Probe> asked = probes(all);
            return asked.size() == all.parts().size()
                    ? probes.all(asked)
                    : Finding.all(all.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.AllMeasured all) {
            return Finding.allMeasured(all.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Finding.any(any.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Measure measure) {
            return measures.evaluate(measure);
        }
        return probes.all(List.of((Condition.Probe) condition));
    }

    private static List<Condition.Probe> probes(Condition.All all) {
        return all.parts().stream()
                .filter(Condition.Probe.class::isInstance)
                .map(Condition.Probe.class::cast)
                .toList();
    }
}
