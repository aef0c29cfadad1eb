package dev.assay.app;

import dev.assay.analysis.Analysis;
import dev.assay.console.Console;
import dev.assay.history.History;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.store.Redaction;
import dev.assay.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of a run to publish, in a folder of their own below the run's, so that nobody takes them for the whole ones. */
public final class RedactedRun {
    private static final String FOLDER = "redacted";
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    private RedactedRun() {}

    /**
     * Writes them and says where they are.
     *
     * @param sources whether the programs' texts are among them
     */
    public static Path write(Console console, RunFolder run, Recording recording, Catalog catalog, boolean sources) {
        RunFolder folder = run.below(FOLDER);
        Recording redacted = marked(new Redaction(names(), sources).redact(recording), sources);
        RunResult result = Analysis.analyze(redacted, catalog.rules());
        RunFilesWriter.write(folder, result, History.of(List.of()), null);
        console.result("Redacted report: " + RunFilesWriter.report(folder.path()));
        console.result("Read it before you publish it: Assay can only guess what a secret looks like.");
        return folder.path();
    }

    private static Recording marked(Recording recording, boolean sources) {
        RunHeader header = recording.header();
        List<Warning> warnings = new ArrayList<>(header.warnings());
        warnings.add(new Warning(
                "redacted",
                "This is a redacted report: names of people and machines, file paths, and everything that looks like a secret"
                        + " were replaced"
                        + (sources ? "." : ", and the programs' source code was removed."),
                "Figures and verdicts are unchanged."));
        return new Recording(
                header.with(warnings),
                recording.probes(),
                recording.samples(),
                recording.environments(),
                recording.resumes(),
                recording.stops(),
                recording.end());
    }

    /** Of this machine, on which the run most likely was measured; a name that is a word of every system's tells nothing. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        names.add(System.getProperty("user.name", ""));
        try {
            String host = Files.readString(HOST).strip();
            names.add(host);
            names.add(host.replaceFirst("\\..*", ""));
        } catch (IOException e) {
            // then it has no name that a journal could hold
        }
        names.removeIf(name -> name.length() < 2
                || Set.of("root", "localhost", "user", "assay").contains(name));
        return names;
    }
}
