package dev.assay.console;

import dev.assay.chart.HistoryText;
import dev.assay.history.CommonShiftEvent;
import dev.assay.history.History;
import dev.assay.history.MetricChange;
import dev.assay.history.RegressionAlert;
import dev.assay.history.RegressionReport;
import dev.assay.model.history.HistoryEntry;
import java.util.List;

/** Prints what the history says of a night. */
public final class HistorySheet {
    private static final int LONGEST_LIST = 20;

    private final DefinitionList sheet;
    private final History history;
    private final RegressionReport review;

    private HistorySheet(Console console, History history, RegressionReport review) {
        this.sheet = new DefinitionList(console);
        this.history = history;
        this.review = review;
    }

    /** Prints it. */
    public static void print(Console console, History history, RegressionReport review) {
        HistorySheet printed = new HistorySheet(console, history, review);
        console.result("");
        printed.night();
        printed.events();
        printed.alerts();
        printed.sheet.heading("Outcome");
        printed.sheet.text(HistoryText.outcome(review));
    }

    private void night() {
        HistoryEntry night = review.night();
        long alike = history.nights().stream()
                .filter(each -> each.confirms() == null
                        && each.machine().equals(night.machine())
                        && each.profile() == night.profile())
                .count();
        sheet.heading("History");
        sheet.entry("newest night", night.run() + ", " + night.profile());
        sheet.entry("machine", night.machine().describe());
        sheet.entry("nights", history.nights().size() + "; with this machine and profile: " + alike);
        sheet.entry("compared with", HistoryText.baseline(review));
    }

    private void events() {
        if (!review.events().isEmpty()) {
            sheet.heading("Environment");
            for (CommonShiftEvent event : review.events()) {
                sheet.text(HistoryText.event(event));
            }
        }
    }

    private void alerts() {
        List<RegressionAlert> shown = review.alerts().stream()
                .filter(alert -> alert.status() != RegressionAlert.Status.ENVIRONMENT)
                .toList();
        if (!shown.isEmpty()) {
            sheet.heading("Worse than usual");
            shown.stream().limit(LONGEST_LIST).forEach(alert -> sheet.text(HistoryText.alert(alert)));
            rest(shown.size());
        }
        List<MetricChange> better = review.better();
        if (!better.isEmpty()) {
            sheet.heading("Better than usual");
            better.stream().limit(LONGEST_LIST).forEach(each -> sheet.text(HistoryText.moved(each)));
            rest(better.size());
        }
    }

    private void rest(int all) {
        if (all > LONGEST_LIST) {
            sheet.text("and " + (all - LONGEST_LIST) + " more");
        }
    }
}
