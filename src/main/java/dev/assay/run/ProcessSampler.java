package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.meter.ParallelMeters;
import dev.assay.meter.ParallelMeters.Attempt;
import dev.assay.model.Runtime;
import dev.assay.model.run.Command;
import dev.assay.model.run.Exit;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.PlannedProcess;
import dev.assay.text.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes processes of the plan into samples: prepares the programs' worlds, has them measured, checks what they printed. Of several in a row
 * everything is prepared before the first and checked behind the last, so that this JVM sleeps while they run.
 */
final class ProcessSampler implements AutoCloseable {
    private static final int SHOWN_ERROR_LINES = 3;
    private static final int SHOWN_ERROR_LETTERS = 300;

    /** More than the longest path, behind which the system's words stand. */
    private static final int SHOWN_LETTERS = 5000;

    /** Where the last words of a program are looked for. */
    private static final int LAST_BYTES = 1 << 16;

    private final Meter meter;
    private final RunConfig settings;
    private final ScratchDirectory scratch;
    /** The folders of a row's processes, that of the first included. */
    private final List<ScratchDirectory> places = new ArrayList<>();

    private final PrepareCommand preparation;
    private final OutputCheck outputs;
    private final Set<TrialId> unfollowable = new HashSet<>();
    /** Those during which the meter was lost in a row, with what is known of them. */
    private final Map<PlannedProcess, Sample> lost = new HashMap<>();

    ProcessSampler(Meter meter, RunConfig settings) {
        this.meter = meter;
        this.settings = settings;
        this.scratch = new ScratchDirectory(settings.scratch());
        places.add(scratch);
        this.preparation = new PrepareCommand(meter, settings, scratch);
        this.outputs = new OutputCheck(settings.agreeingOutputs());
    }

    /**
     * Runs processes one right after the other, or those that are followed for their memory two at a time. Where the meter is lost with several, none of them has become a
     * sample; the one that ran then will be a lost sample when it is asked for by itself. The same holds where one of two at a time does not end well.
     *
     * @param row at least one; several only if all are timed, or all are followed, and nothing is to be run before them
     * @param counters whether the kernel's events are counted in one of them
     * @param taker gets the samples, one after the other
     * @return how many there are: fewer than in the row if one did not end well, or if the row is too long
     * @throws dev.assay.model.AssayException.Storage if an output found no room: that is not the program's failure, and no sample
     * @throws dev.assay.model.AssayException.Usage if what makes things ready fails
     */
    int samples(List<PlannedProcess> row, Predicate<PlannedProcess> counters, Consumer<Sample> taker) {
        if (row.size() > 1) {
            return row.get(0).mode() == SamplingMode.MEMORY ? shared(row, taker) : several(row, counters, taker);
        }
        PlannedProcess process = row.get(0);
        // nearly always there is none to look for
        Sample known = lost.isEmpty() ? null : lost.remove(process);
        taker.accept(known == null ? sample(process, counters.test(process)) : known);
        return 1;
    }

    private int several(List<PlannedProcess> row, Predicate<PlannedProcess> counters, Consumer<Sample> taker) {
        long begun = System.nanoTime();
        List<MeterRequest> requests = new ArrayList<>();
        for (PlannedProcess process : row) {
            requests.add(request(place(requests.size()), process, SamplingMode.TIMING, counters.test(process)));
        }
        List<MeterRecord> records;
        long usedNs;
        try {
            long cpuBefore = HarnessCpu.nanos();
            records = meter.measureRow(requests);
            usedNs = HarnessCpu.since(cpuBefore);
        } catch (Meter.Lost e) {
            PlannedProcess last = row.get(lastStarted(row.size()));
            lost.put(last, invalid(last, e, System.nanoTime() - begun));
            places.forEach(ScratchDirectory::clear);
            return 0;
        }
        long rowNs = HarnessCpu.wallNs(records);
        for (int i = 0; i < records.size(); i++) {
            MeterRecord record = records.get(i);
            Sample sample = checked(row.get(i), record, HarnessCpu.share(usedNs, rowNs, record), place(i));
            taker.accept(cleared(sample, place(i)));
        }
        return records.size();
    }

    /** What goes wrong beside another process goes wrong alone too, or was not the program's fault. */
    private int shared(List<PlannedProcess> row, Consumer<Sample> taker) {
        long begun = System.nanoTime();
        List<MeterRequest> requests = new ArrayList<>();
        for (PlannedProcess process : row) {
            requests.add(request(place(requests.size()), process, SamplingMode.MEMORY, false));
        }
        List<Attempt> attempts = ParallelMeters.measure(new HashSet<>(List.of(meter, meter.beside())), requests);
        for (int i = 0; i < attempts.size(); i++) {
            Meter.Lost loss = attempts.get(i).loss();
            if (loss != null) {
                lost.put(row.get(i), invalid(row.get(i), loss, System.nanoTime() - begun));
            }
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < attempts.size() && attempts.get(i).ok(); i++) {
            MeterRecord record = Objects.requireNonNull(attempts.get(i).record(), "it ended well");
            samples.add(cleared(checked(row.get(i), record, null, place(i)), place(i)));
        }
        if (samples.size() < row.size() || !samples.stream().allMatch(Sample::ok)) {
            places.forEach(ScratchDirectory::clear);
            return 0;
        }
        samples.forEach(taker);
        return row.size();
    }

    private ScratchDirectory place(int number) {
        if (number == places.size()) {
            places.add(new ScratchDirectory(FileRemover.besides(settings.scratch())));
        }
        return places.get(number);
    }

    /** The meter makes the files of a process's output just before it starts it. */
    private int lastStarted(int rowSize) {
        int last = 0;
        for (int i = 1; i < rowSize; i++) {
            last = Files.exists(place(i).stdout(), LinkOption.NOFOLLOW_LINKS) ? i : last;
        }
        return last;
    }

    /**
     * Runs the process's program.
     *
     * @param counters whether the kernel's events are counted in it
     * @throws dev.assay.model.AssayException.Storage if its output found no room: that is not the program's failure, and no sample
     * @throws dev.assay.model.AssayException.Usage if what makes things ready for it fails
     */
    Sample sample(PlannedProcess process, boolean counters) {
        if (process.mode() != SamplingMode.MEMORY) {
            return process(process, SamplingMode.TIMING, counters);
        }
        TrialId trial = process.trial().id();
        boolean follow = settings.following() && !unfollowable.contains(trial);
        Sample sample = process(process, follow ? SamplingMode.MEMORY : SamplingMode.TIMING, counters);
        if (!follow || sample.ok() || sample.lost()) {
            return sample;
        }
        // what traces others, or gets another user's rights, fails under a tracer alone
        Sample alone = process(process, SamplingMode.TIMING, counters);
        if (!alone.ok()) {
            return sample;
        }
        unfollowable.add(trial);
        return alone;
    }

    private Sample process(PlannedProcess process, SamplingMode mode, boolean counters) {
        long begun = System.nanoTime();
        try {
            preparation.before(process);
            MeterRequest request = request(scratch, process, mode, counters);
            long cpuBefore = HarnessCpu.nanos();
            MeterRecord record = meter.measure(request);
            Double ownShare = HarnessCpu.share(HarnessCpu.since(cpuBefore), HarnessCpu.wallNs(List.of(record)), record);
            return cleared(checked(process, record, ownShare, scratch), scratch);
        } catch (Meter.Lost e) {
            return cleared(invalid(process, e, System.nanoTime() - begun), scratch);
        }
    }

    private MeterRequest request(ScratchDirectory place, PlannedProcess process, SamplingMode mode, boolean counters) {
        Command command = process.command();
        place.prepare();
        return place.request(
                mode,
                command,
                environment(process, command),
                settings.limits(),
                counters,
                settings.pinning().processors(process.trial()),
                users(process) ? (Long) settings.users().openFiles() : null);
    }

    /** Here and not before the next process, so that whose files cannot be deleted is the one that has failed. */
    private static Sample cleared(Sample sample, ScratchDirectory place) {
        String kept = place.clear();
        if (!sample.ok() && !sample.lost()) {
            place.requireRoom();
        }
        return kept == null
                ? sample
                : sample.withProblem(PrintableText.start("left a file behind: " + kept, SHOWN_LETTERS));
    }

    private Map<String, String> environment(PlannedProcess process, Command command) {
        Map<String, String> environment =
                new TreeMap<>(users(process) ? settings.users().environment() : Map.of());
        environment.putAll(command.environment());
        // a user who has fixed it wants it fixed; in a catalog's environment it is never set
        environment.putIfAbsent(
                UserEnvironment.HASH_SEED, Long.toString(process.conditions().hashSeed()));
        environment.put("ASSAY_PADDING", "x".repeat(process.conditions().environmentPadding()));
        return environment;
    }

    /** How a user's command ended, and what helps where Assay ended it. */
    static String usersEnd(Exit exit) {
        return exit.describe()
                + (exit.reason() == Exit.Reason.OUTPUT_LIMIT ? " (--output-limit=SIZE allows more)" : "");
    }

    private static boolean users(PlannedProcess process) {
        return process.trial().id().runtime() == Runtime.COMMAND;
    }

    private Sample checked(
            PlannedProcess process, MeterRecord record, @Nullable Double ownShare, ScratchDirectory place) {
        Trial trial = process.trial();
        if (record.exit().reason() == Exit.Reason.LAUNCH_FAILED) {
            // it wrote nothing, and perhaps there is nothing to read
            String problem = PrintableText.start(record.exit().describe(), SHOWN_LETTERS);
            return sample(process, record, SelfReport.NONE, null, problem, ownShare);
        }
        if (!place.holdsOutput()) {
            String problem = record.exit().describe() + " and deleted its output files";
            return sample(process, record, SelfReport.NONE, null, problem, ownShare);
        }
        String stderr = timesItself(process) && record.exit().ok()
                ? ownTimes(trial.repeat(), place)
                : new String(place.end(place.stderr(), LAST_BYTES), StandardCharsets.UTF_8);
        SelfReport report = timesItself(process) ? SelfReport.read(trial, stderr) : SelfReport.NONE;
        if (!record.exit().ok()) {
            Exit exit = record.exit();
            String problem = (users(process) ? usersEnd(exit) : exit.describe()) + lastWords(stderr);
            return sample(process, record, report, null, problem, ownShare);
        }
        String wrong = outputs.problem(trial, place);
        Boolean outputOk = outputs.applies(trial) ? (Boolean) (wrong == null) : null;
        String problem = wrong == null && timesItself(process)
                ? report.problem(trial, record.figures().wallNs())
                : wrong;
        return sample(process, record, report, outputOk, problem, ownShare);
    }

    /** The lines about its own times, of all that a program has written: that may be more than this JVM can hold. */
    private static String ownTimes(int repeat, ScratchDirectory place) {
        try (InputStream stderr = Files.newInputStream(place.stderr())) {
            return SelfReportedTimes.lines(stderr, repeat);
        } catch (IOException e) {
            throw place.failure(e);
        }
    }

    /** A time that a tracer stood beside is not a time: what a process says of it when its memory is followed is not kept. */
    private static boolean timesItself(PlannedProcess process) {
        return process.mode() == SamplingMode.TIMING && process.trial().workTime();
    }

    private static String lastWords(String stderr) {
        List<String> lines = stderr.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? ""
                : "; last output: "
                        + PrintableText.end(
                                String.join(
                                        " / ",
                                        lines.subList(Math.max(0, lines.size() - SHOWN_ERROR_LINES), lines.size())),
                                SHOWN_ERROR_LETTERS);
    }

    private static Sample sample(
            PlannedProcess process,
            MeterRecord record,
            SelfReport report,
            @Nullable Boolean outputOk,
            @Nullable String problem,
            @Nullable Double ownShare) {
        return new Sample(
                process.trial().id(),
                process.mode(),
                process.order(),
                kept(process, record.figures()),
                report.times(process.trial()),
                record.exit(),
                outputOk,
                problem,
                process.conditions(),
                ownShare,
                null);
    }

    private static ProcessMeasurements kept(PlannedProcess process, ProcessMeasurements figures) {
        if (process.trial().service()) {
            return figures.wallAlone();
        }
        return process.mode() == SamplingMode.MEMORY ? figures.withoutTimes() : figures;
    }

    /** A sample without a single figure: what is not known is absent, never zero. */
    private static Sample invalid(PlannedProcess process, Meter.Lost loss, long lostNs) {
        String problem = PrintableText.start(loss.getMessage() + "; the sample is invalid", SHOWN_LETTERS);
        return new Sample(
                process.trial().id(),
                process.mode(),
                process.order(),
                ProcessMeasurements.NONE,
                ReportedTimes.NONE,
                null,
                null,
                problem,
                process.conditions(),
                null,
                lostNs);
    }

    @Override
    public void close() {
        places.forEach(ScratchDirectory::close);
    }
}
