package dev.assay.cli;

import dev.assay.app.RunHistory;
import dev.assay.app.request.RunOptions;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.console.HistorySheet;
import dev.assay.history.History;
import dev.assay.history.RegressionReport;
import dev.assay.model.history.HistoryEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trends and regressions over the runs in a folder. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the newest run with earlier ones. Shows what got slower or larger, and what was confirmed or cleared.",
            "Complete runs in the folder are added to its history.jsonl if they are missing there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dexec.args=history",
            "  mvn exec:java -Dconfirm=latest",
            "  target/assay history --fail-on=regression",
        })
final class HistoryCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(List.of(RunOptions.RESULTS));

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "VERDICT",
            description =
                    "Exit with 1 on a regression that a fresh run confirmed, and with 5 if there is too little history.")
    private List<String> failOn = List.of();

    HistoryCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        FailOnGate gates = FailOnGate.ofRegressions(failOn, "a history");
        Path given = options.request().find(RunOptions.RESULTS);
        Path folder = given == null ? caller.home().results() : given;
        History history = new RunHistory(console, folder).completed();
        Optional<HistoryEntry> newest = history.newest();
        if (newest.isEmpty()) {
            console.result("No history in " + folder + " yet: every complete run is added to it.");
            return gates.judge(console, (RegressionReport) null).code();
        }
        RegressionReport review = history.review(history.subject(newest.get()));
        HistorySheet.print(console, history, review);
        return gates.judge(console, review).code();
    }
}
