package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Runtime;
import dev.assay.model.Shell;
import dev.assay.model.run.Command;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.SamplingMode;
import dev.assay.plan.PlannedProcess;
import dev.assay.text.PrintableText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The command that makes things ready before each process of a user's command. The meter runs it too, so that it keeps to the same
 * limits and leaves nothing running; what it took is not kept.
 */
final class PrepareCommand {
    private static final int SHOWN_LETTERS = 600;
    private static final int LAST_BYTES = 1 << 12;

    private final Meter meter;
    private final RunConfig settings;
    private final ScratchDirectory scratch;

    PrepareCommand(Meter meter, RunConfig settings, ScratchDirectory scratch) {
        this.meter = meter;
        this.settings = settings;
        this.scratch = scratch;
    }

    /**
     * Runs it, if there is one and the process is of such a command.
     *
     * @throws Usage if it fails: what would be measured then is not what was meant
     */
    void before(PlannedProcess process) throws Meter.Lost {
        Command command = settings.preparation();
        if (command == null || process.trial().id().runtime() != Runtime.COMMAND) {
            return;
        }
        scratch.prepare();
        MeterRecord record = meter.measure(request(command));
        if (!record.exit().ok()) {
            String lastWords = lastWords();
            scratch.requireRoom();
            throw new Usage("--prepare: " + Shell.line(command.argv()) + " "
                    + PrintableText.start(ProcessSampler.usersEnd(record.exit()), SHOWN_LETTERS)
                    + ", before a process of "
                    + CommandPair.name(process.trial().id()) + lastWords
                    + ". Assay stops here; earlier results are in the journal. Try the command in "
                    + command.directory() + ".");
        }
    }

    private MeterRequest request(Command command) {
        Map<String, String> environment = new TreeMap<>(settings.users().environment());
        environment.putAll(command.environment());
        return scratch.request(
                SamplingMode.TIMING,
                command,
                environment,
                settings.limits(),
                false,
                null,
                settings.users().openFiles());
    }

    private String lastWords() {
        @Nullable String last = null;
        for (Path file : new Path[] {scratch.stdout(), scratch.stderr()}) {
            last = new String(scratch.end(file, LAST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((one, other) -> other)
                    .orElse(last);
        }
        return last == null ? "" : "; last output: " + PrintableText.end(last, SHOWN_LETTERS);
    }
}
