package dev.assay.history;

import dev.assay.history.Alert.Status;
import dev.assay.history.History.Entry;
import dev.assay.model.Night;
import dev.assay.model.Tracked;
import dev.assay.stats.CommonShift;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a night against the others: screen, then what moved with it, then what changed with it, then who saw it again. */
final class Reviewer {
    private final History history;

    Reviewer(History history) {
        this.history = history;
    }

    Review review(Night night) {
        List<Screened> figures = night.figures().stream()
                .map(figure -> history.screen(night, figure))
                .toList();
        // whoever looks again looks at suspects alone: that all of them moved says nothing of the machine
        List<Event> events = night.confirms() == null ? events(figures) : List.of();
        List<Alert> alerts = night.confirms() == null
                ? figures.stream()
                        .filter(screened -> screened.movement() == Movement.WORSE)
                        .map(screened -> alert(night, screened, events))
                        .toList()
                : List.of();
        return new Review(night, figures, events, alerts);
    }

    private static List<Event> events(List<Screened> figures) {
        return Stream.of(true, false)
                .flatMap(timed ->
                        Stream.of(Movement.WORSE, Movement.BETTER).map(direction -> event(figures, timed, direction)))
                .filter(event -> CommonShift.is(event.moved(), event.workloads()))
                .toList();
    }

    private static Event event(List<Screened> figures, boolean timed, Movement direction) {
        Set<String> moved = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (Screened screened : figures) {
            Tracked figure = screened.figure();
            if (figure.metric().timed() == timed && screened.movement() != Movement.UNKNOWN) {
                all.add(figure.trial().workload());
                if (screened.movement() == direction) {
                    moved.add(figure.trial().workload());
                }
            }
        }
        return new Event(timed, direction, moved.size(), all.size());
    }

    private Alert alert(Night night, Screened screened, List<Event> events) {
        List<Entry> shift = new ArrayList<>();
        Night last = null;
        for (Entry entry : history.before(night, screened.figure().key())) {
            if (!screened.holdsFor(entry.figure())) {
                last = entry.night();
                break;
            }
            shift.add(entry);
        }
        Night since = shift.isEmpty() ? night : shift.get(shift.size() - 1).night();
        List<String> causes = causes(last, since, screened.figure());
        boolean timed = screened.figure().metric().timed();
        if (events.stream().anyMatch(event -> event.timed() == timed && event.direction() == Movement.WORSE)) {
            return new Alert(night, screened, Status.ENVIRONMENT, null, since, causes);
        }
        if (!causes.isEmpty()) {
            return new Alert(night, screened, Status.VERSIONS, null, since, causes);
        }
        Decision decision = decided(night, screened, shift);
        return new Alert(night, screened, decision.status(), decision.by(), since, List.of());
    }

    private static List<String> causes(@Nullable Night last, Night since, Tracked figure) {
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
    private Decision decided(Night night, Screened screened, List<Entry> shift) {
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
    private Decision decided(Night night, Tracked.Key key) {
        for (Entry entry : history.after(night, key)) {
            Movement again = history.screen(entry.night(), entry.figure()).movement();
            if (again != Movement.UNKNOWN) {
                Status status = again == Movement.WORSE ? Status.CONFIRMED : Status.CLEARED;
                return new Decision(status, entry.night().run());
            }
        }
        return new Decision(Status.SUSPECTED, null);
    }
}
