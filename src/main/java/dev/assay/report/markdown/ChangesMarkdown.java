package dev.assay.report.markdown;

import dev.assay.chart.ChangeText;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Alone;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What has changed from one run to another, in Markdown. */
public final class ChangesMarkdown {
    private static final int MOST_BYTES = 500 * 1024;

    private ChangesMarkdown() {}

    /** A page of its own. */
    public static String page(RunComparison runs) {
        return "# Assay: two runs compared\n" + section(runs);
    }

    /** A part of a run's summary; it begins with an empty line and ends with a line end. */
    static String section(RunComparison runs) {
        Markdown out = new Markdown(MOST_BYTES);
        out.line("")
                .line("## "
                        + Markdown.cell(runs.contender().id() + " against "
                                + runs.baseline().id()))
                .line("")
                .line(Markdown.cell(ChangeText.outcome(runs)))
                .line("")
                .line("A is "
                        + Markdown.cell(described(
                                runs.baseline().id(),
                                runs.baseline().environment().fingerprint().describe()))
                        + "; B is "
                        + Markdown.cell(described(
                                runs.contender().id(),
                                runs.contender().environment().fingerprint().describe()))
                        + ". Ratios are A / B; of times"
                        + Markdown.cell(ChangeText.over(runs)) + ". Above 1, B is better.");
        for (Warning notice : runs.notices()) {
            out.line("").line("> **" + Markdown.cell(notice.problem()) + "** " + Markdown.cell(notice.advice()));
        }
        out.head("Trial", "Figure", ">A", ">B", ">A / B", ">95 %", "Verdict", "Remarks");
        runs.changes().forEach(change -> out.row(row(change)));
        if (!runs.alone().isEmpty()) {
            out.head("Trial", "Only in", "Because");
            for (Alone one : runs.alone()) {
                out.row(List.of(one.trial().toString(), one.inBaseline() ? "A" : "B", one.reason()));
            }
        }
        return out + (out.cut() ? "\nShortened here.\n" : "");
    }

    private static String described(String id, String machine) {
        return id + " on " + machine;
    }

    private static List<String> row(Change change) {
        Comparison comparison = change.comparison();
        List<String> remarks = new ArrayList<>(change.differences());
        if (!ChangeText.isPlain(comparison)) {
            remarks.addAll(comparison.reasons());
        }
        return List.of(
                comparison.baseline().toString(),
                comparison.metric().title(),
                NumberText.value(comparison.metric().unit(), change.before().value()),
                NumberText.value(comparison.metric().unit(), change.after().value()),
                comparison.estimate().ratio().value(),
                comparison.estimate().ratio().interval(),
                ChangeText.change(comparison),
                String.join("; ", remarks));
    }
}
