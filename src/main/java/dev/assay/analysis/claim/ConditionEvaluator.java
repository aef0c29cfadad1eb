package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.Condition;
import dev.assay.model.result.Noise;
import java.util.List;

/** Evaluates the conditions of rules on one session. */
public final class ConditionEvaluator {
    private final MeasureEvaluator measures;
    private final ProbeConditionEvaluator probes;
    private final ShareEvaluator shares;
    private final WeaknessEvaluator weaknesses;
    private final OutcomeShareEvaluator outcomes;

    public ConditionEvaluator(IndexedRecording indexed, Noise noise) {
        this.measures = new MeasureEvaluator(new EstimandResolver(indexed), noise);
        this.probes = new ProbeConditionEvaluator(indexed);
        this.shares = new ShareEvaluator(indexed);
        this.weaknesses = new WeaknessEvaluator(indexed);
        this.outcomes = new OutcomeShareEvaluator(indexed);
    }

    /** How a condition comes out. */
    ConditionResult evaluate(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Condition.Probe> asked = probes(all);
            return asked.size() == all.parts().size()
                    ? probes.all(asked)
                    : ConditionResult.all(
                            all.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.AllMeasured all) {
            return ConditionResult.allMeasured(
                    all.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Any any) {
            return ConditionResult.any(any.parts().stream().map(this::evaluate).toList());
        }
        if (condition instanceof Condition.Measure measure) {
            return measures.evaluate(measure);
        }
        if (condition instanceof Condition.Share share) {
            return shares.evaluate(share.share());
        }
        if (condition instanceof Condition.CaughtShare share) {
            return weaknesses.evaluate(share.caught());
        }
        if (condition instanceof Condition.ProbeShare share) {
            return outcomes.evaluate(share.outcomes());
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
