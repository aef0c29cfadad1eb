package dev.assay.app;

import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.console.Console;
import dev.assay.history.History;
import dev.assay.history.RegressionAlert;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks once more at what the history suspects of a run: a request for a fresh run of only that. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Narrows a request to what is suspected.
     *
     * @param asked has the run in {@code --confirm}
     * @param results the folder for runs
     * @return the request for the workloads and the profile of that run; empty, after a word about it, when nothing is suspected
     * @throws Usage if the history does not know the run, or the request selects workloads itself
     */
    public static Optional<RunRequest> narrow(Console console, RunRequest asked, Path results) {
        if (asked.has(RunOptions.SUITE) || asked.has(RunOptions.WORKLOAD)) {
            throw new Usage("--confirm chooses the workloads itself: omit " + RunOptions.SUITE + " and "
                    + RunOptions.WORKLOAD + ".");
        }
        History history = new RunHistory(console, results).read();
        HistoryEntry run = find(history, asked.get(RunOptions.CONFIRM).strip(), results);
        List<RegressionAlert> suspicions = history.review(run).suspicions();
        if (suspicions.isEmpty()) {
            console.result("Nothing is suspected in " + run.run() + "; there is nothing to confirm.");
            return Optional.empty();
        }
        return Optional.of(asked.with(RunOptions.CONFIRM, run.run())
                .with(RunOptions.WORKLOAD, workloads(run, suspicions))
                .with(RunOptions.PROFILE, run.profile()));
    }

    private static HistoryEntry find(History history, String run, Path results) {
        Optional<HistoryEntry> night = run.equals("latest")
                ? history.nights().stream()
                        .filter(each -> each.confirms() == null)
                        .max(Comparator.comparing(HistoryEntry::startedAt))
                : history.night(String.valueOf(Path.of(run).normalize().getFileName()));
        return night.map(history::subject)
                .orElseThrow(
                        () -> new Usage(
                                "--confirm=" + run + " is not in the history of " + results
                                        + ": give a run's name, such as 20260504T101530Z-9f3a, or latest; 'history' adds runs that are missing."));
    }

    /** As {@code --workload} names them, with that of the reference, because times are ratios to it. */
    private static String workloads(HistoryEntry run, List<RegressionAlert> suspicions) {
        Stream<String> suspected = suspicions.stream()
                .map(alert -> alert.screened().figure().trial().workload());
        // the canary of a user's catalog is not a workload of it, and always there
        Stream<String> reference = Stream.ofNullable(run.reference())
                .map(TrialId::workload)
                .filter(workload -> TrialRole.ofWorkload(workload) == TrialRole.PROGRAM);
        return Stream.concat(suspected, reference).distinct().sorted().collect(Collectors.joining(","));
    }
}
