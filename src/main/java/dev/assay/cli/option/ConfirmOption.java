package dev.assay.cli.option;

import dev.assay.analysis.change.HistoryEntryBuilder;
import dev.assay.app.RunHistory;
import dev.assay.console.Console;
import dev.assay.history.History;
import dev.assay.history.RegressionAlert;
import dev.assay.history.RegressionReport;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.HistoryEntry;
import dev.assay.model.TrialId;
import dev.assay.plan.Planner;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The run whose suspicions are looked at once more, by a fresh one. */
public final class ConfirmOption {
    @Option(
            names = "--confirm",
            paramLabel = "RUN",
            description =
                    "Measure again, with the same profile, only what the history suspects in this run (its name, or latest).")
    @Nullable
    public String confirm;

    /** What is to be measured again: the night that is looked at once more, and what is suspected of it. */
    public record Suspects(HistoryEntry night, List<RegressionAlert> alerts) {
        /** The workloads, as {@code --workload} names them, with that of the reference, without which times are other figures. */
        public String workloads() {
            Stream<String> suspected = alerts.stream()
                    .map(alert -> alert.screened().figure().trial().workload());
            // the canary of somebody's own catalogue is no workload of it, and there without being asked for
            Stream<String> reference = Stream.ofNullable(night.reference())
                    .map(TrialId::workload)
                    .filter(workload -> !workload.equals(Planner.CANARY));
            return Stream.concat(suspected, reference).distinct().sorted().collect(Collectors.joining(","));
        }

        public boolean none() {
            return alerts.isEmpty();
        }
    }

    public boolean given() {
        return confirm != null;
    }

    /** As a run records it. */
    public Map<String, String> recorded() {
        return confirm == null ? Map.of() : Map.of(HistoryEntryBuilder.CONFIRM, confirm);
    }

    /**
     * What the history suspects of the run.
     *
     * @param results the folder for runs
     * @throws Usage if the history does not know the run
     */
    public Suspects suspects(Console console, Path results) {
        String run = confirm == null ? "" : confirm.strip();
        History history = new RunHistory(console, results).read();
        Optional<HistoryEntry> night = run.equals("latest")
                ? history.nights().stream()
                        .filter(each -> each.confirms() == null)
                        .max(Comparator.comparing(HistoryEntry::startedAt))
                : history.night(String.valueOf(Path.of(run).normalize().getFileName()));
        HistoryEntry subject = night.map(history::subject)
                .orElseThrow(
                        () -> new Usage(
                                "--confirm=" + run + " is not in the history of " + results
                                        + ": give a run's name, such as 20260504T101530Z-9f3a, or latest; 'history' adds runs that are missing."));
        RegressionReport review = history.review(subject);
        return new Suspects(subject, review.suspicions());
    }
}
