package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Recording;
import dev.assay.model.RunHeader;
import dev.assay.run.ResumeCheck;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A run that was cut short and is to go on: its journal, which no other process writes, and what was asked for. */
final class Resumption implements AutoCloseable {
    private static final String START_ANEW = " Start a new run; what was measured is kept, and 'report RUN' shows it.";

    /** Options that say nothing about what is measured. */
    private static final Set<String> OF_THIS_CALL =
            Set.of("resume", "color", "quiet", "offline", "fail-on", "against", "open", "help", "version");

    private final RunFolder folder;
    private final Journal journal;
    private final Recording past;
    private final long tornBytes;
    private final Instant since;

    private Resumption(RunFolder folder, Journal journal, JournalReader.Content content, Instant since) {
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
    static Resumption of(Path run) {
        RunFolder folder = RunFolder.open(run);
        Instant since = folder.lastWritten();
        Journal journal = folder.reopenJournal();
        boolean held = false;
        try {
            JournalReader.Content content = journal.content();
            refuse(run, content.recording());
            held = true;
            return new Resumption(folder, journal, content, since);
        } finally {
            if (!held) {
                journal.close();
            }
        }
    }

    private static void refuse(Path run, Recording past) {
        if (!past.partial()) {
            throw new Usage("The run in " + run + " is complete: there is nothing to resume. 'report " + run
                    + "' makes its files again.");
        }
        if (past.header().comparesCommands()) {
            throw new Usage("The run in " + run
                    + " compares two commands of your own, in an environment of which nothing"
                    + " is kept: whether it still is the same cannot be known, so it cannot be resumed." + START_ANEW);
        }
        if (!past.header().assayVersion().equals(AssayVersion.current())) {
            throw new Usage(
                    "The run in " + run + " was begun by Assay " + past.header().assayVersion() + ", this is "
                            + AssayVersion.current() + ": one run is measured by one version." + START_ANEW);
        }
    }

    /**
     * The options of the run as arguments of the command line.
     *
     * @param spec the command, of which some options may have been given once more
     * @throws Usage if one of them says something else than the run's
     */
    List<String> arguments(CommandSpec spec) {
        Map<String, String> options = past.header().options();
        List<String> contradictions = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            String name = option.longestName().replaceFirst("^-+", "");
            String given = given(spec, option, name);
            if (given != null && !OF_THIS_CALL.contains(name) && !agrees(name, given, options.get(name))) {
                contradictions.add("--" + name + "=" + given + " was "
                        + (options.containsKey(name) ? "--" + name + "=" + options.get(name) : "not given") + " then");
            }
        }
        if (!contradictions.isEmpty()) {
            throw new Usage("A run goes on with the options that it was begun with: "
                    + String.join("; ", contradictions) + ". Leave them out, or start a new run without --resume.");
        }
        List<String> arguments = new ArrayList<>();
        options.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return List.copyOf(arguments);
    }

    /** What the user wrote, as an option or as a property; null for neither. */
    private static @Nullable String given(CommandSpec spec, OptionSpec option, String name) {
        boolean typed = spec.commandLine().getParseResult().hasMatchedOption(option);
        return typed ? String.join(",", option.originalStringValues()) : System.getProperty(name);
    }

    private boolean agrees(String name, String given, @Nullable String then) {
        if (name.equals("results")) {
            return absolute(given).equals(parent());
        }
        if (name.equals(CatalogOption.NAME)) {
            return then != null && absolute(given).equals(Path.of(then));
        }
        return then != null
                && (given.equals(then)
                        || (name.equals("runtimes") && parts(given).equals(parts(then)))
                        || (name.equals("budget")
                                && UnitParser.time("--budget", given).equals(UnitParser.time("--budget", then))));
    }

    private @Nullable Path parent() {
        return folder.path().toAbsolutePath().normalize().getParent();
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static Set<String> parts(String list) {
        return Set.copyOf(Arrays.asList(list.split(",", -1)));
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
                    + " cannot go on, because one run never mixes two machines, two" + " builds or two plans:\n  - "
                    + String.join("\n  - ", differences) + "\n" + START_ANEW.strip());
        }
        if (tornBytes > 0) {
            console.warn("warning: the last line of " + folder.journalFile() + " was cut off; its " + tornBytes
                    + " bytes are dropped, and what they told of is measured again.");
        }
    }

    /** The seam as the journal records it, for a run that goes on now. */
    Recording.Resume seam(RunHeader now) {
        return new Recording.Resume(now.startedAt(), since, past.samples().size(), now.environment());
    }

    RunFolder folder() {
        return folder;
    }

    Journal journal() {
        return journal;
    }

    Recording past() {
        return past;
    }

    @Override
    public void close() {
        journal.close();
    }
}
