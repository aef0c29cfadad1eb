package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.Reading;
import dev.assay.meter.Request;
import dev.assay.model.Command;
import dev.assay.model.Exit;
import dev.assay.model.Mode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds programs against each other that should do the same: each runs once on the same arguments and input, and those that did the same
 * form a group. Differential testing (McKeeman, Differential Testing for Software, Digital Technical Journal 10 (1998) 100): no expected
 * result is needed, so any size will do.
 */
public final class CrossCheck implements AutoCloseable {
    private static final int SHOWN = 60;
    private static final int SHOWN_ERROR = 200;
    private static final int LAST_BYTES = 1 << 16;

    private final Meter meter;
    private final Limits limits;
    private final Scratch scratch;

    /**
     * One program and how it is started.
     *
     * @param label what tells it from the others
     * @param kernelTimes how many kernel times it should report
     */
    public record Program(String label, Command command, int kernelTimes) {}

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
        this.scratch = new Scratch(scratch);
    }

    /**
     * Runs each program once and groups them, in the order in which they are given.
     *
     * @param hashSeed {@code PYTHONHASHSEED} for all of them
     * @throws Meter.Lost if the meter died meanwhile, which says nothing of the programs
     */
    public List<Group> groups(List<Program> programs, long hashSeed) throws Meter.Lost {
        Map<Deed, List<String>> byDeed = new LinkedHashMap<>();
        for (Program program : programs) {
            byDeed.computeIfAbsent(deed(program, hashSeed), key -> new ArrayList<>())
                    .add(program.label());
        }
        List<Group> groups = new ArrayList<>();
        byDeed.forEach((deed, labels) -> groups.add(new Group(List.copyOf(labels), deed.ok(), deed.describe())));
        return List.copyOf(groups);
    }

    /**
     * What a program did.
     *
     * @param output byte for byte, as a string of Latin-1
     * @param problem what is wrong beside its output; an empty text when nothing is
     */
    private record Deed(Exit exit, String output, String problem) {
        boolean ok() {
            return exit.ok() && problem.isEmpty();
        }

        String describe() {
            String printed = new String(output.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            String what = output.isEmpty()
                    ? "printed nothing"
                    : "printed '" + Excerpt.start(firstLine(printed), SHOWN) + "'" + more(printed);
            return (exit.ok() ? what : exit.describe() + " and " + what) + (problem.isEmpty() ? "" : "; " + problem);
        }

        private static String firstLine(String text) {
            return text.lines().findFirst().orElse("");
        }

        private static String more(String text) {
            long lines = text.lines().count();
            return lines > 1 ? " and " + (lines - 1) + (lines == 2 ? " more line" : " more lines") : "";
        }
    }

    private Deed deed(Program program, long hashSeed) throws Meter.Lost {
        scratch.prepare();
        Deed deed = deed(program, meter.measure(request(program.command(), hashSeed)));
        String kept = scratch.clear();
        return kept == null ? deed : new Deed(deed.exit(), deed.output(), "left a file behind: " + kept);
    }

    private Deed deed(Program program, Reading reading) {
        Exit exit = reading.exit();
        if (exit.reason() == Exit.Reason.LAUNCH_FAILED || !scratch.holdsOutput()) {
            return new Deed(exit, "", "left no output");
        }
        String stderr = new String(scratch.end(scratch.stderr(), LAST_BYTES), StandardCharsets.UTF_8);
        String output = new String(scratch.read(scratch.stdout()), StandardCharsets.ISO_8859_1);
        if (exit.ok()) {
            int wanted = program.kernelTimes();
            boolean silent = wanted > 0 && OwnTimes.kernel(stderr, wanted).size() != wanted;
            return new Deed(
                    exit,
                    output,
                    silent ? "did not report " + (wanted == 1 ? "one kernel time" : wanted + " kernel times") : "");
        }
        // that it complains matters, and how it words it does not
        boolean crashed = exit.reason() != Exit.Reason.EXITED;
        return new Deed(exit, output, crashed ? "its last words: " + Excerpt.end(stderr.strip(), SHOWN_ERROR) : "");
    }

    private Request request(Command command, long hashSeed) {
        Map<String, String> environment = new TreeMap<>(command.environment());
        environment.put("PYTHONHASHSEED", Long.toString(hashSeed));
        return scratch.request(Mode.TIMING, command, environment, limits, false, null);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
