package dev.assay.history;

import dev.assay.history.Alert.Status;
import dev.assay.model.Night;
import java.util.List;

/**
 * One night, held against what is usual.
 *
 * @param night which
 * @param figures every figure that it has
 * @param events where too much moved the same way
 * @param alerts what is worse than usual
 */
public record Review(Night night, List<Screened> figures, List<Event> events, List<Alert> alerts) {
    public Review {
        figures = List.copyOf(figures);
        events = List.copyOf(events);
        alerts = List.copyOf(alerts);
    }

    /** What a fresh run should look at once more. */
    public List<Alert> suspicions() {
        return alerts(Status.SUSPECTED);
    }

    /** The regressions. */
    public List<Alert> regressions() {
        return alerts(Status.CONFIRMED);
    }

    /** What is better than usual. */
    public List<Screened> better() {
        return figures.stream()
                .filter(screened -> screened.movement() == Movement.BETTER)
                .toList();
    }

    /** The alerts of one kind. */
    public List<Alert> alerts(Status status) {
        return alerts.stream().filter(alert -> alert.status() == status).toList();
    }
}
