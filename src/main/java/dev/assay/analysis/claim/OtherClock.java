package dev.assay.analysis.claim;

import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Quantity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same condition by another clock: what programs say of their own work, compared with what their processes take as a whole. */
final class OtherClock {
    /** What rests on the time that a program takes by its own clock; a rate is a size over it. */
    private static final Set<Metric> OF_WORK = Set.of(Metric.WORK, Metric.RATE);

    private OtherClock() {}

    /** A condition with wall times in the place of times of work; null where it compares none. */
    static @Nullable Condition byWall(Condition condition) {
        return comparesWork(condition) ? replaced(condition) : null;
    }

    private static boolean comparesWork(Condition condition) {
        return condition.quantities().stream().anyMatch(OtherClock::comparesWork);
    }

    /** One side alone is compared with a number of its own clock. */
    private static boolean comparesWork(Quantity quantity) {
        return OF_WORK.contains(quantity.metric()) && quantity.sides().size() == 2;
    }

    private static Condition replaced(Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(
                    all.parts().stream().map(OtherClock::replaced).toList());
        }
        if (condition instanceof Condition.AllMeasured all) {
            return new Condition.AllMeasured(
                    all.parts().stream().map(OtherClock::replaced).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(
                    any.parts().stream().map(OtherClock::replaced).toList());
        }
        return condition instanceof Measure measure ? replaced(measure) : condition;
    }

    private static Condition replaced(Measure measure) {
        Quantity over = measure.over();
        return new Measure(
                replaced(measure.quantity()),
                measure.level(),
                measure.bound(),
                measure.op(),
                measure.value(),
                over == null ? null : replaced(over),
                measure.holm());
    }

    private static Quantity replaced(Quantity quantity) {
        return comparesWork(quantity)
                ? new Quantity(Metric.WALL, quantity.of(), quantity.sides(), quantity.estimate())
                : quantity;
    }
}
