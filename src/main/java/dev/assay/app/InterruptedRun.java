package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.run.ResumeCheck;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A run that was cut short and is to go on: its journal, which no other process writes, and what was asked for. */
public final class InterruptedRun implements AutoCloseable {
    private static final String START_ANEW = " Start a new run. The results so far are kept; 'report RUN' shows them.";

    private final RunFolder folder;
    private final Journal journal;
    private final Recording past;
    private final long tornBytes;
    private final Instant since;

    private InterruptedRun(RunFolder folder, Journal journal, JournalReader.Content content, Instant since) {
        this.folder = folder;
        this.journal = journal;
        this.past = content.recording();
        this.tornBytes = content.tornBytes();
        this.since = since;
    }

    /**
     * Takes hold of a run.
     *
     * @throws Usage if there is none, if it is complete, if it is still being written, or if it is of a kind that cannot go on
     */
    public static InterruptedRun open(Path run) {
        RunFolder folder = RunFolder.open(run);
        Instant since = folder.lastWritten();
        Journal journal = folder.reopenJournal();
        boolean held = false;
        try {
            JournalReader.Content content = journal.content();
            refuse(run, content.recording());
            held = true;
            return new InterruptedRun(folder, journal, content, since);
        } finally {
            if (!held) {
                journal.close();
            }
        }
    }

    private static void refuse(Path run, Recording past) {
        if (!past.partial()) {
            throw new Usage("The run in " + run + " is complete; there is nothing to resume. 'report " + run
                    + "' rewrites its files.");
        }
        if (past.header().comparesCommands()) {
            throw new Usage("The run in " + run
                    + " compares two commands and cannot be resumed: your environment was not recorded, so Assay cannot check that"
                    + " it is unchanged." + START_ANEW);
        }
        if (!past.header().assayVersion().equals(AssayVersion.current())) {
            throw new Usage("The run in " + run + " was started by Assay "
                    + past.header().assayVersion() + ", and this is " + AssayVersion.current()
                    + ": a run must be measured by one version." + START_ANEW);
        }
    }

    /**
     * Makes sure that a run of now continues the one of then, and says what of that is lost.
     *
     * @param now the header that it would have
     * @param console is told
     * @throws Usage if they differ, with every difference
     */
    void check(RunHeader now, Console console) {
        List<String> differences = ResumeCheck.between(past.header(), now);
        if (!differences.isEmpty()) {
            throw new Usage("The run in " + folder.path()
                    + " cannot be resumed, because the machine, a build or the plan changed:\n  - "
                    + String.join("\n  - ", differences) + "\n" + START_ANEW.strip());
        }
        if (tornBytes > 0) {
            console.warn("warning: the last line of " + folder.journalFile() + " is incomplete; its " + tornBytes
                    + " bytes are dropped, and that sample is measured again.");
        }
    }

    /** The seam as the journal records it, for a run that goes on now. */
    Recording.Resume seam(RunHeader now) {
        return new Recording.Resume(now.startedAt(), since, past.samples().size(), now.environment());
    }

    public RunFolder folder() {
        return folder;
    }

    /** The folder of all runs that this one lies in. */
    Path results() {
        return Objects.requireNonNull(folder.path().toAbsolutePath().normalize().getParent());
    }

    Journal journal() {
        return journal;
    }

    public Recording past() {
        return past;
    }

    @Override
    public void close() {
        journal.close();
    }
}
