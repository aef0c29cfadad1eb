package dev.assay.cli;

import dev.assay.chart.HistoryWords;
import dev.assay.console.Console;
import dev.assay.console.Sheet;
import dev.assay.history.Alert;
import dev.assay.history.Event;
import dev.assay.history.History;
import dev.assay.history.Review;
import dev.assay.history.Screened;
import dev.assay.model.Night;
import java.util.List;

/** Prints what the history says of a night. */
final class HistorySheet {
    private static final int LONGEST_LIST = 20;

    private final Sheet sheet;
    private final History history;
    private final Review review;

    private HistorySheet(Console console, History history, Review review) {
        this.sheet = new Sheet(console);
        this.history = history;
        this.review = review;
    }

    /** Prints it. */
    static void print(Console console, History history, Review review) {
        HistorySheet printed = new HistorySheet(console, history, review);
        console.result("");
        printed.night();
        printed.events();
        printed.alerts();
        printed.sheet.heading("Outcome");
        printed.sheet.text(HistoryWords.outcome(review));
    }

    private void night() {
        Night night = review.night();
        long alike = history.nights().stream()
                .filter(each -> each.confirms() == null
                        && each.machine().equals(night.machine())
                        && each.profile() == night.profile())
                .count();
        sheet.heading("History");
        sheet.entry("newest night", night.run() + ", " + night.profile());
        sheet.entry("machine", night.machine().describe());
        sheet.entry("nights", history.nights().size() + ", of this machine and profile " + alike);
        sheet.entry("held against", HistoryWords.baseline(review));
    }

    private void events() {
        if (!review.events().isEmpty()) {
            sheet.heading("Of the environment");
            for (Event event : review.events()) {
                sheet.text(HistoryWords.event(event));
            }
        }
    }

    private void alerts() {
        List<Alert> shown = review.alerts().stream()
                .filter(alert -> alert.status() != Alert.Status.ENVIRONMENT)
                .toList();
        if (!shown.isEmpty()) {
            sheet.heading("Worse than usual");
            shown.stream().limit(LONGEST_LIST).forEach(alert -> sheet.text(HistoryWords.alert(alert)));
            rest(shown.size());
        }
        List<Screened> better = review.better();
        if (!better.isEmpty()) {
            sheet.heading("Better than usual");
            better.stream().limit(LONGEST_LIST).forEach(each -> sheet.text(HistoryWords.moved(each)));
            rest(better.size());
        }
    }

    private void rest(int all) {
        if (all > LONGEST_LIST) {
            sheet.text("and " + (all - LONGEST_LIST) + " more");
        }
    }
}
