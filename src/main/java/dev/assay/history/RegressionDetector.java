package dev.assay.history;

import dev.assay.history.History.Entry;
import dev.assay.history.RegressionAlert.Status;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.stats.BenjaminiHochberg;
import dev.assay.stats.CommonShift;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a night against the others: screen, then what moved with it, then what changed with it, then who saw it again. */
final class RegressionDetector {
    /** The share of false alarms among a night's suspicions that is bearable; where nothing has moved, that of nights with any. */
    private static final double FALSE_ALARMS = 0.05;

    private final History history;
    private final Map<String, RegressionReport> reviews = new HashMap<>();

    RegressionDetector(History history) {
        this.history = history;
    }

    RegressionReport review(HistoryEntry night) {
        RegressionReport known = reviews.get(night.run());
        if (known == null) {
            known = newReview(night);
            reviews.put(night.run(), known);
        }
        return known;
    }

    private RegressionReport newReview(HistoryEntry night) {
        List<MetricChange> alone = night.figures().stream()
                .map(figure -> history.screen(night, figure))
                .toList();
        // whoever looks again looks at suspects alone: how many figures there are, and that all of them moved, says
        // nothing
        if (night.confirms() != null) {
            return new RegressionReport(night, alone, List.of(), List.of());
        }
        List<MetricChange> figures = together(night, alone);
        List<CommonShiftEvent> events = events(alone);
        List<RegressionAlert> alerts = figures.stream()
                .filter(screened -> screened.movement() == Direction.WORSE)
                .map(screened -> alert(night, screened, events))
                .toList();
        return new RegressionReport(night, figures, events, alerts);
    }

    /** The more figures a night has, the farther one of them lies out by chance. A shift that stands already is not looked for anew. */
    private List<MetricChange> together(HistoryEntry night, List<MetricChange> alone) {
        List<MetricChange> told = alone.stream()
                .filter(screened -> screened.movement() != Direction.UNKNOWN)
                .toList();
        double[] adjusted = BenjaminiHochberg.adjust(
                told.stream().mapToDouble(MetricChange::p).toArray());
        Map<HistoryPoint.Key, Double> sure = new HashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            sure.put(told.get(i).figure().key(), adjusted[i]);
        }
        return alone.stream()
                .map(screened -> !screened.movement().moved()
                                || sure.getOrDefault(screened.figure().key(), 1.0) <= FALSE_ALARMS
                                || stands(night, screened)
                        ? screened
                        : screened.asUsual())
                .toList();
    }

    private boolean stands(HistoryEntry night, MetricChange screened) {
        return shift(night, screened).stream()
                .anyMatch(entry -> review(entry.night()).regressions().stream()
                        .anyMatch(alert -> alert.screened()
                                .figure()
                                .key()
                                .equals(screened.figure().key())));
    }

    /** The nights right before one that lie beyond the same usual figure, the latest first. */
    private List<Entry> shift(HistoryEntry night, MetricChange screened) {
        return history.before(night, screened.figure().key()).stream()
                .takeWhile(entry -> screened.holdsFor(entry.figure()))
                .toList();
    }

    private static List<CommonShiftEvent> events(List<MetricChange> figures) {
        return Stream.of(true, false)
                .flatMap(timed ->
                        Stream.of(Direction.WORSE, Direction.BETTER).map(direction -> event(figures, timed, direction)))
                .filter(event -> CommonShift.isCommon(event.moved(), event.workloads()))
                .toList();
    }

    private static CommonShiftEvent event(List<MetricChange> figures, boolean timed, Direction direction) {
        Set<String> moved = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (MetricChange screened : figures) {
            HistoryPoint figure = screened.figure();
            if (figure.metric().timed() == timed && screened.movement() != Direction.UNKNOWN) {
                all.add(figure.trial().workload());
                if (screened.movement() == direction) {
                    moved.add(figure.trial().workload());
                }
            }
        }
        return new CommonShiftEvent(timed, direction, moved.size(), all.size());
    }

    private RegressionAlert alert(HistoryEntry night, MetricChange screened, List<CommonShiftEvent> events) {
        List<Entry> shift = shift(night, screened);
        HistoryEntry last = history.before(night, screened.figure().key()).stream()
                .skip(shift.size())
                .map(Entry::night)
                .findFirst()
                .orElse(null);
        HistoryEntry since =
                shift.isEmpty() ? night : shift.get(shift.size() - 1).night();
        List<String> causes = causes(last, since, screened.figure());
        boolean timed = screened.figure().metric().timed();
        if (events.stream().anyMatch(event -> event.timed() == timed && event.direction() == Direction.WORSE)) {
            return new RegressionAlert(night, screened, Status.ENVIRONMENT, null, since, causes);
        }
        if (!causes.isEmpty()) {
            return new RegressionAlert(night, screened, Status.VERSIONS, null, since, causes);
        }
        if (screened.same()) {
            return new RegressionAlert(night, screened, Status.UNCHANGED, null, since, causes);
        }
        Decision decision = decided(night, screened, shift);
        return new RegressionAlert(night, screened, decision.status(), decision.by(), since, List.of());
    }

    private static List<String> causes(@Nullable HistoryEntry last, HistoryEntry since, HistoryPoint figure) {
        return last == null
                ? List.of()
                : VersionChange.between(last, since).stream()
                        .filter(change -> change.concerns(figure))
                        .map(VersionChange::sentence)
                        .toList();
    }

    /** What is thought of a suspicion, and the run that decided so. */
    private record Decision(Status status, @Nullable String by) {}

    /** A shift that was confirmed stands until it ends, unless a fresh run of this night clears it. */
    private Decision decided(HistoryEntry night, MetricChange screened, List<Entry> shift) {
        Decision own = decided(night, screened.figure().key());
        if (own.status() != Status.SUSPECTED) {
            return own;
        }
        return shift.stream()
                .map(entry -> decided(entry.night(), entry.figure().key()))
                .filter(decision -> decision.status() == Status.CONFIRMED)
                .reduce(own, (later, earlier) -> earlier);
    }

    /** By the first fresh run that can say something of it. */
    private Decision decided(HistoryEntry night, HistoryPoint.Key key) {
        for (Entry entry : history.after(night, key)) {
            Direction again = history.screen(entry.night(), entry.figure()).movement();
            if (again != Direction.UNKNOWN) {
                Status status = again == Direction.WORSE ? Status.CONFIRMED : Status.CLEARED;
                return new Decision(status, entry.night().run());
            }
        }
        return new Decision(Status.SUSPECTED, null);
    }
}
