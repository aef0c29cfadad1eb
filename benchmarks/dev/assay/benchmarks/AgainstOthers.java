package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The wall time of {@code /bin/true} as the meter reads it, one at a time and in a row, beside what {@code hyperfine -N} reports and beside a loop in C that does nothing
 * but start and wait; in turns, so that a neighbor who wakes up meets all of them. Prints medians and ratios; judges nothing.
 */
public final class AgainstOthers {
    private static final int TURNS = 50;
    private static final int RUNS = 10;
    private static final String PROGRAM = "/bin/true";

    private final int turns;
    private final MeterLauncher meter;
    private final List<Launcher> launchers;
    private final Map<Launcher, double[]> medians = new LinkedHashMap<>();

    private AgainstOthers(int turns, MeterLauncher meter, List<Launcher> others) {
        this.turns = turns;
        this.meter = meter;
        this.launchers = new ArrayList<>(others);
        launchers.add(0, meter);
        launchers.forEach(launcher -> medians.put(launcher, new double[turns]));
    }

    /** Runs the comparison. The argument is the number of turns; more of them make the intervals narrower. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-launch");
        Path loop = Tool.compiled(scratch, Path.of("benchmarks/native/launch.c"), "-static");
        try (Meter process = new MeterProcess(Built.program("meter"), scratch)) {
            OneProcess program = new OneProcess(process, scratch);
            AgainstOthers comparison = new AgainstOthers(
                    args.length > 0 ? Integer.parseInt(args[0]) : TURNS,
                    new MeterLauncher(program, PROGRAM),
                    List.of(
                            new RowLauncher(program, PROGRAM),
                            new HyperfineLauncher(scratch, PROGRAM),
                            new LoopLauncher(scratch, loop, "fork", PROGRAM),
                            new LoopLauncher(scratch, loop, "vfork", PROGRAM)));
            comparison.run();
            comparison.print();
        }
    }

    /** Each turn begins with another launcher. */
    private void run() throws IOException, InterruptedException {
        List<Launcher> order = new ArrayList<>(launchers);
        for (int turn = 0; turn < turns; turn++) {
            for (Launcher launcher : order) {
                Objects.requireNonNull(medians.get(launcher))[turn] = Quantiles.median(launcher.walls(RUNS));
            }
            Collections.rotate(order, 1);
        }
    }

    private void print() {
        line("%s, %d turns of %d runs each", PROGRAM, turns, RUNS);
        medians.forEach((launcher, walls) ->
                line("%-34s median wall %8.1f us", launcher.name(), Quantiles.median(walls) / 1e3));
        double[] ours = Objects.requireNonNull(medians.get(meter));
        medians.forEach((launcher, walls) -> {
            if (launcher != meter) {
                ratio("meter / " + launcher.name(), ours, walls);
            }
            if (launcher instanceof HyperfineLauncher) {
                ratio("in a row / " + launcher.name(), Objects.requireNonNull(medians.get(launchers.get(1))), walls);
            }
        });
        line(
                "request to record, less the wall time, seen from Java: median %.1f us",
                Quantiles.median(meter.overheads()) / 1e3);
    }

    private static void ratio(String name, double[] ours, double[] theirs) {
        double[] differences = new double[ours.length];
        for (int turn = 0; turn < ours.length; turn++) {
            differences[turn] = Math.log(ours[turn]) - Math.log(theirs[turn]);
        }
        HodgesLehmann ratio = HodgesLehmann.of(differences);
        Bounds interval = Objects.requireNonNull(ratio.interval(95));
        line(
                "%-34s %8.3f  [%.3f, %.3f]",
                name, Math.exp(ratio.value()), Math.exp(interval.low()), Math.exp(interval.high()));
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
