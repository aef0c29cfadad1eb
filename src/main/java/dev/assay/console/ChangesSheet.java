package dev.assay.console;

import dev.assay.chart.ChangeText;
import dev.assay.console.Console.Style;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Alone;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.model.run.RunHeader;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Prints what has changed from one run to another. */
public final class ChangesSheet {
    private static final int NAME = 18;
    private static final int VALUE = 10;
    private static final int RATIO = 24;
    private static final int INDENT = 4;
    private static final int LONGEST_LIST = 20;

    private final Console console;
    private final DefinitionList sheet;
    private final RunComparison runs;

    private ChangesSheet(Console console, RunComparison runs) {
        this.console = console;
        this.sheet = new DefinitionList(console);
        this.runs = runs;
    }

    /** Prints it. */
    public static void print(Console console, RunComparison runs) {
        ChangesSheet printed = new ChangesSheet(console, runs);
        console.result("");
        printed.runs();
        printed.changes("Time", true);
        printed.changes("Memory", false);
        printed.alone();
        printed.sheet.heading("Outcome");
        printed.sheet.text(ChangeText.outcome(runs));
    }

    private void runs() {
        sheet.heading("Two runs");
        sheet.entry("A, the baseline", described(runs.baseline()));
        sheet.entry("B, the contender", described(runs.contender()));
        runs.notices().forEach(sheet::warning);
    }

    private static String described(RunHeader header) {
        return header.id() + ", " + header.profile() + "\n"
                + header.environment().fingerprint().describe();
    }

    private void changes(String title, boolean timed) {
        List<Change> some = runs.changes().stream()
                .filter(change -> change.comparison().metric().timed() == timed)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        sheet.heading(title);
        sheet.text("A, B, and A / B with 95 % interval" + (timed ? ChangeText.over(runs) : " or range")
                + "; above 1, B is " + (timed ? Metric.WALL : Metric.PEAK).better());
        List<List<String>> rows = some.stream().map(this::row).toList();
        Columns columns = new Columns(console.width(), INDENT, rows, NAME, VALUE, VALUE, RATIO);
        String workload = "";
        for (int i = 0; i < some.size(); i++) {
            Comparison comparison = some.get(i).comparison();
            String next = comparison.workload() + " at "
                    + NumberText.count(comparison.baseline().size());
            if (!next.equals(workload)) {
                console.result("  " + next);
                workload = next;
            }
            columns.lines(rows.get(i)).forEach(console::result);
            List<String> more = new ArrayList<>(some.get(i).differences());
            if (!ChangeText.isPlain(comparison)) {
                more.addAll(comparison.reasons());
            }
            if (!more.isEmpty()) {
                sheet.aside(String.join("; ", more));
            }
        }
    }

    private List<String> row(Change change) {
        Comparison comparison = change.comparison();
        String unit = comparison.metric().unit();
        return List.of(
                ChangeText.side(comparison.baseline()),
                NumberText.value(unit, change.before().value()),
                NumberText.value(unit, change.after().value()),
                comparison.estimate().ratio().toString(),
                console.styled(style(comparison), ChangeText.change(comparison)));
    }

    private static Style style(Comparison comparison) {
        return switch (comparison.verdict()) {
            case BETTER -> Style.GREEN;
            case WORSE -> Style.RED;
            case EQUIVALENT, DIFFERENT -> Style.FAINT;
            case UNCLEAR, INCONCLUSIVE -> Style.CYAN;
        };
    }

    private void alone() {
        List<Alone> alone = runs.alone();
        if (alone.isEmpty()) {
            return;
        }
        sheet.heading("In one run only");
        alone.stream().limit(LONGEST_LIST).forEach(one -> sheet.text(ChangeText.alone(one)));
        if (alone.size() > LONGEST_LIST) {
            sheet.text("and " + (alone.size() - LONGEST_LIST) + " more");
        }
    }
}
