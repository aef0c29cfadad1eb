package dev.assay.app;

import dev.assay.analysis.change.HistoryEntryBuilder;
import dev.assay.chart.HistoryText;
import dev.assay.console.Console;
import dev.assay.history.History;
import dev.assay.history.RegressionReport;
import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.history.HistoryEntry;
import dev.assay.store.HistoryFile;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import dev.assay.text.Plurals;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The history of a folder of runs: read with a word about what cannot be used, and added to. */
public final class RunHistory {
    private static final int LONGEST_LIST = 5;

    /** Histories of several machines may be put together. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** No night is older than Assay; a machine without a clock that runs on begins in 1970. */
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private final Console console;
    private final Path results;
    private final HistoryFile file;

    public RunHistory(Console console, Path results) {
        this.console = console;
        this.results = results;
        this.file = HistoryFile.in(results);
    }

    /** What is there, with a warning about lines that cannot be used. */
    public History read() {
        return ofThePast(nights());
    }

    /** What is there as a report shows it, with the run's own night: a history that cannot be read spoils no report of what was measured. */
    public History with(Optional<HistoryEntry> own) {
        List<HistoryEntry> nights = new ArrayList<>();
        try {
            nights.addAll(nights());
        } catch (Storage e) {
            console.warn("warning: the report has no history. " + e.getMessage());
        }
        own.ifPresent(nights::add);
        return ofThePast(nights);
    }

    private List<HistoryEntry> nights() {
        HistoryFile.Content content = file.read();
        List<String> problems = content.problems();
        if (!problems.isEmpty()) {
            String more = problems.size() > LONGEST_LIST ? "; and " + (problems.size() - LONGEST_LIST) + " more" : "";
            console.warn("warning: " + file.path() + ": "
                    + problems.stream().limit(LONGEST_LIST).collect(Collectors.joining("; ")) + more
                    + ". The other lines are used.");
        }
        return content.nights();
    }

    /** Adds a run and says in a line what is worse than usual. What was measured is whole without it, so failing to is only a warning. */
    void keep(HistoryEntry night, History history) {
        try {
            file.add(night);
        } catch (Storage e) {
            console.warn("warning: this run was not added to the history. " + e.getMessage());
        }
        RegressionReport review = history.review(history.subject(night));
        if (!review.alerts().isEmpty()) {
            console.result("History: " + HistoryText.outcome(review));
        }
    }

    /** Adds the runs of the folder that are complete and missing, and gives all that is there. */
    public History completed() {
        List<HistoryEntry> nights = new ArrayList<>(nights());
        Set<String> known = nights.stream().map(HistoryEntry::run).collect(Collectors.toSet());
        for (Path folder : runs()) {
            if (!known.contains(folder.getFileName().toString())) {
                night(folder).ifPresent(night -> {
                    file.add(night);
                    nights.add(night);
                    console.progress("Added to the history: " + night.run());
                });
            }
        }
        return ofThePast(nights);
    }

    /**
     * Without what a clock that was wrong put into the future or far into the past: of the future, each newer night would be told as one before
     * it, and its alerts by nobody; of the past, tonight's would be told of as of old.
     */
    private History ofThePast(List<HistoryEntry> nights) {
        Instant soon = Instant.now().plus(CLOCKS_APART);
        List<HistoryEntry> future =
                nights.stream().filter(night -> night.startedAt().isAfter(soon)).toList();
        List<HistoryEntry> ancient = nights.stream()
                .filter(night -> night.startedAt().isBefore(BEGINNING))
                .toList();
        setAside(future, "in the future");
        setAside(ancient, "older than Assay");
        return History.of(nights.stream()
                .filter(night -> !future.contains(night) && !ancient.contains(night))
                .toList());
    }

    private void setAside(List<HistoryEntry> nights, String when) {
        if (!nights.isEmpty()) {
            HistoryEntry one = nights.get(0);
            console.warn("warning: " + file.path() + ": " + nights.size()
                    + " " + Plurals.noun(nights.size(), "night") + (nights.size() == 1 ? " is " : " are ") + when
                    + ", such as " + one.startedAt()
                    + " of run " + one.run()
                    + ": the clock was wrong then or is wrong now. They are ignored.");
        }
    }

    /** Links are other names of runs that are there. */
    private List<Path> runs() {
        List<Path> runs = new ArrayList<>();
        if (!Files.isDirectory(results)) {
            return runs;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(
                results,
                folder -> !Files.isSymbolicLink(folder) && Files.isRegularFile(folder.resolve(RunFolder.JOURNAL)))) {
            folders.forEach(runs::add);
        } catch (IOException e) {
            throw new Storage("Cannot read " + results, e, "Fix its permissions.");
        }
        runs.sort(null);
        return runs;
    }

    /** A folder of another name holds a copy, such as one that was measured elsewhere. */
    private Optional<HistoryEntry> night(Path folder) {
        try {
            return HistoryEntryBuilder.summarize(JournalReader.read(folder.resolve(RunFolder.JOURNAL)))
                    .filter(night -> night.run().equals(folder.getFileName().toString()));
        } catch (AssayException e) {
            console.warn("warning: the history lacks the run in " + folder + ". " + e.getMessage());
            return Optional.empty();
        }
    }
}
