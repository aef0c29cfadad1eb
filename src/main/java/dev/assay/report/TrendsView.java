package dev.assay.report;

import dev.assay.history.History;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.result.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The run among those before it, on the same kind of machine.
 *
 * @param shown whether the section is there: not for the user's commands
 * @param intro what is shown, or why nothing is
 * @param outcome what this run changed
 * @param changes a sentence for everything that changed, tonight's first
 * @param suites the figures and values, suite by suite; none without a history
 */
record TrendsView(boolean shown, String intro, String outcome, List<String> changes, List<SuiteTrends> suites) {
    private static final Duration WINDOW = Duration.ofDays(90);
    /** More would lie on one another. */
    private static final int MOST_NIGHTS = 90;

    /**
     * One suite.
     *
     * @param suite its name
     * @param workloads a figure each
     * @param rows every figure of tonight
     */
    record SuiteTrends(String suite, List<Fact> workloads, List<Row> rows) {}

    /**
     * A figure of tonight.
     *
     * @param name what of which program
     * @param nights how many nights the usual rests on
     * @param ratio tonight over the usual
     * @param interval its 95 % interval
     * @param word what is thought of it
     */
    record Row(String name, String nights, String ratio, String interval, String word) {}

    static TrendsView of(RunResult result, History all) {
        boolean commands = result.header().comparesCommands();
        Optional<HistoryEntry> night = all.night(result.header().id());
        if (commands || night.isEmpty()) {
            return nothing(!commands, "This run is not in the history: only complete runs are.");
        }
        History history = all.until(night.get());
        List<HistoryEntry> nights = nights(history, night.get());
        if (nights.size() < 2) {
            return nothing(
                    true,
                    "No history yet: there is no earlier run with this kind of machine and this profile. Every complete run is added.");
        }
        return new TrendsDrawing(history, nights).view();
    }

    private static TrendsView nothing(boolean shown, String why) {
        return new TrendsView(shown, why, "", List.of(), List.of());
    }

    /** The nights of tonight's kind that are shown, tonight last. */
    private static List<HistoryEntry> nights(History history, HistoryEntry tonight) {
        Instant first = tonight.startedAt().minus(WINDOW);
        List<HistoryEntry> alike = history.nights().stream()
                .filter(night -> night.run().equals(tonight.run()) || night.confirms() == null)
                .filter(night -> night.machine().equals(tonight.machine())
                        && night.profile() == tonight.profile()
                        && night.startedAt().isAfter(first))
                .toList();
        return alike.subList(Math.max(0, alike.size() - MOST_NIGHTS), alike.size());
    }

    boolean any() {
        return !suites.isEmpty();
    }

    boolean changed() {
        return !changes.isEmpty();
    }
}
