package dev.assay.history;

import dev.assay.history.RegressionAlert.Status;
import dev.assay.model.history.HistoryEntry;
import java.util.List;

/**
 * One night, compared with what is usual.
 *
 * @param night which
 * @param figures every figure that it has
 * @param events where too much moved the same way
 * @param alerts what is worse than usual
 */
public record RegressionReport(
        HistoryEntry night, List<MetricChange> figures, List<CommonShiftEvent> events, List<RegressionAlert> alerts) {
    public RegressionReport {
        figures = List.copyOf(figures);
        events = List.copyOf(events);
        alerts = List.copyOf(alerts);
    }

    /** What a fresh run should look at once more. */
    public List<RegressionAlert> suspicions() {
        return alerts(Status.SUSPECTED);
    }

    /** The regressions. */
    public List<RegressionAlert> regressions() {
        return alerts(Status.CONFIRMED);
    }

    /** What is better than usual. */
    public List<MetricChange> better() {
        return figures.stream()
                .filter(screened -> screened.movement() == Direction.BETTER)
                .toList();
    }

    /** The alerts of one kind. */
    public List<RegressionAlert> alerts(Status status) {
        return alerts.stream().filter(alert -> alert.status() == status).toList();
    }
}
