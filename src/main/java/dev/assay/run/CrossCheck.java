package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.Command;
import dev.assay.model.run.Exit;
import dev.assay.model.run.SamplingMode;
import dev.assay.text.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds programs against each other that should do the same: each runs once on the same arguments and input, and those that did the same
 * form a group. Differential testing (McKeeman, Differential Testing for Software, Digital Technical Journal 10 (1998) 100): no expected
 * result is needed, so any size will do.
 */
public final class CrossCheck implements AutoCloseable {
    private static final int SHOWN_ERROR = 200;
    private static final int LAST_BYTES = 1 << 16;

    private final Meter meter;
    private final Limits limits;
    private final ScratchDirectory scratch;

    /**
     * One program and how it is started.
     *
     * @param label what tells it from the others
     * @param workTimes how many work times it should report
     */
    public record Program(String label, Command command, int workTimes) {}

    /**
     * Programs that did the same.
     *
     * @param labels which
     * @param ok whether they ended well and reported what they should
     * @param did what they did, in words
     */
    public record Group(List<String> labels, boolean ok, String did) {}

    /**
     * A check that starts its programs through a meter, in a clean world.
     *
     * @param scratch a folder for their output, which is made and deleted
     * @param limits what each must keep to
     */
    public CrossCheck(Meter meter, Path scratch, Limits limits) {
        this.meter = meter;
        this.limits = limits;
        this.scratch = new ScratchDirectory(scratch);
    }

    /**
     * Runs each program once and groups them, in the order in which they are given.
     *
     * @param hashSeed {@code PYTHONHASHSEED} for all of them
     * @throws Meter.Lost if the meter died meanwhile, which says nothing of the programs
     */
    public List<Group> groups(List<Program> programs, long hashSeed) throws Meter.Lost {
        Map<Deed, List<String>> byDeed = new LinkedHashMap<>();
        Map<Deed, String> words = new HashMap<>();
        Path first = null;
        for (Program program : programs) {
            Run run = run(program, hashSeed, first == null ? "first" : "last");
            List<String> labels = byDeed.computeIfAbsent(run.deed(), key -> new ArrayList<>());
            Path output = run.output();
            if (labels.isEmpty() && output != null) {
                String did = run.deed().describe();
                boolean told = words.containsValue(did);
                words.put(
                        run.deed(),
                        told && first != null ? did + "; first difference: " + difference(first, output) : did);
                first = first == null ? output : first;
            }
            labels.add(program.label());
        }
        List<Group> groups = new ArrayList<>();
        byDeed.forEach((deed, labels) ->
                groups.add(new Group(List.copyOf(labels), deed.ok(), words.getOrDefault(deed, deed.describe()))));
        return List.copyOf(groups);
    }

    /** How the output of a process differs from that of the first. */
    private String difference(Path first, Path output) {
        try (InputStream wanted = Files.newInputStream(first);
                InputStream got = Files.newInputStream(output)) {
            return FirstDifference.between(wanted, got);
        } catch (IOException e) {
            throw scratch.failure(e);
        }
    }

    /**
     * What a program did.
     *
     * @param printed what it printed
     * @param problem what is wrong beside its output; an empty text when nothing is
     */
    private record Deed(Exit exit, CapturedOutput printed, String problem) {
        boolean ok() {
            return exit.ok() && problem.isEmpty();
        }

        String describe() {
            String what = printed.describe();
            return (exit.ok() ? what : exit.describe() + " and " + what) + (problem.isEmpty() ? "" : "; " + problem);
        }
    }

    /** What a program did, and where its output is kept; null when there is none. */
    private record Run(Deed deed, @Nullable Path output) {}

    private Run run(Program program, long hashSeed, String name) throws Meter.Lost {
        scratch.prepare();
        Deed deed = deed(program, meter.measure(request(program.command(), hashSeed)));
        Path output = scratch.holdsOutput() ? scratch.keepOutput(name) : null;
        String left = scratch.clear();
        return new Run(
                left == null ? deed : new Deed(deed.exit(), deed.printed(), "left a file behind: " + left), output);
    }

    private Deed deed(Program program, MeterRecord record) {
        Exit exit = record.exit();
        if (exit.reason() == Exit.Reason.LAUNCH_FAILED || !scratch.holdsOutput()) {
            return new Deed(exit, CapturedOutput.NOTHING, "left no output");
        }
        try (InputStream stdout = Files.newInputStream(scratch.stdout());
                InputStream stderr = Files.newInputStream(scratch.stderr())) {
            return deed(
                    exit,
                    CapturedOutput.of(stdout),
                    SelfReportedTimes.lines(stderr, program.workTimes()),
                    program.workTimes());
        } catch (IOException e) {
            throw scratch.failure(e);
        }
    }

    private Deed deed(Exit exit, CapturedOutput printed, String times, int wanted) {
        if (exit.ok()) {
            boolean silent = wanted > 0 && SelfReportedTimes.work(times, wanted).size() != wanted;
            return new Deed(
                    exit,
                    printed,
                    silent ? "did not report " + (wanted == 1 ? "one work time" : wanted + " work times") : "");
        }
        // that it complains matters, and how it words it does not
        String stderr = new String(scratch.end(scratch.stderr(), LAST_BYTES), StandardCharsets.UTF_8);
        boolean crashed = exit.reason() != Exit.Reason.EXITED;
        return new Deed(exit, printed, crashed ? "last output: " + PrintableText.end(stderr.strip(), SHOWN_ERROR) : "");
    }

    private MeterRequest request(Command command, long hashSeed) {
        Map<String, String> environment = new TreeMap<>(command.environment());
        environment.put("PYTHONHASHSEED", Long.toString(hashSeed));
        return scratch.request(SamplingMode.TIMING, command, environment, limits, false, null, null);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
