package dev.assay.console;

import dev.assay.chart.ChangeText;
import dev.assay.chart.NumberText;
import dev.assay.console.Console.Style;
import dev.assay.model.Comparison;
import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.RunComparison;
import dev.assay.model.RunComparison.Alone;
import dev.assay.model.RunComparison.Change;
import dev.assay.model.RunHeader;
import java.util.ArrayList;
import java.util.List;

/** Prints what has changed from one run to another. */
public final class ChangesSheet {
    private static final int NAME = 18;
    private static final int VALUE = 10;
    private static final int RATIO = 23;
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
        String workload = "";
        for (Change change : some) {
            String next = change.comparison().workload() + " at "
                    + NumberText.count(change.comparison().baseline().size());
            if (!next.equals(workload)) {
                console.result("  " + next);
                workload = next;
            }
            change(change);
        }
    }

    private void change(Change change) {
        Comparison comparison = change.comparison();
        Metric metric = comparison.metric();
        String name = ChangeText.side(comparison.baseline());
        boolean tooLong = name.length() >= NAME;
        if (tooLong) {
            console.result("    " + name);
        }
        console.result("    "
                + left(tooLong ? "" : name, NAME)
                + left(NumberText.value(metric, change.before().value()), VALUE)
                + left(NumberText.value(metric, change.after().value()), VALUE)
                + left(ratio(comparison.estimate()), RATIO)
                + console.styled(style(comparison), ChangeText.change(comparison)));
        List<String> more = new ArrayList<>(change.differences());
        if (!ChangeText.isPlain(comparison)) {
            more.addAll(comparison.reasons());
        }
        if (!more.isEmpty()) {
            sheet.aside(String.join("; ", more));
        }
    }

    private static String ratio(Estimate estimate) {
        Interval at95 = estimate.at95();
        String value = NumberText.three(estimate.value());
        return at95 == null
                ? value
                : value + " [" + NumberText.three(at95.low()) + ", " + NumberText.three(at95.high()) + "]";
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

    private static String left(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - text.length()));
    }
}
