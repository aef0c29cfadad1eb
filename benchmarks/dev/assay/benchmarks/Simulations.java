package dev.assay.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the intervals, tests, checks and the stopping rule keep of what they promise, under noise of many kinds. Prints tables; judges nothing.
 *
 * <p>Every cell draws from a generator of its own that the seed and the cell decide: more rounds change the last digit, another order of the
 * tables changes nothing.
 */
public final class Simulations {
    private static final int ROUNDS = 4000;
    private static final long SEED = 42;

    private Simulations() {}

    /** Runs the simulations: the first argument is the number of rounds a cell, the second the seed. */
    public static void main(String[] args) {
        try {
            print(
                    System.out,
                    args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS,
                    args.length > 1 ? Long.parseLong(args[1]) : SEED);
        } catch (IllegalArgumentException e) {
            System.err.println(
                    "simulations: " + e.getMessage() + "; give the rounds a cell and the seed, such as 4000 42");
            System.exit(1);
        }
    }

    private static void print(PrintStream out, int rounds, long seed) {
        Draw draw = new Draw(rounds, seed);
        long begin = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "%d rounds a cell, seed %d; all figures in percent, with a standard error of %.1f at 5 or 95, %.1f at 50%n%n",
                rounds,
                seed,
                100 * Math.sqrt(0.05 * 0.95 / rounds),
                100 * Math.sqrt(0.25 / rounds));
        IntervalSimulation intervals = new IntervalSimulation(draw);
        CheckSimulation checks = new CheckSimulation(draw);
        StoppingSimulation stopping = new StoppingSimulation(draw);
        SandwichSimulation sandwich = new SandwichSimulation(draw);
        VerdictSimulation verdicts = new VerdictSimulation(draw);
        ClaimSimulation claims = new ClaimSimulation(draw);
        BuildSimulation builds = new BuildSimulation(draw);
        SensitivitySimulation sensitivity = new SensitivitySimulation(draw);
        WanderSimulation wander = new WanderSimulation(draw);
        MemorySimulation memory = new MemorySimulation(draw);
        List.<Supplier<TextTable>>of(
                        intervals::coverage,
                        intervals::coverageOfTheMean,
                        intervals::equivalenceAtTheMargin,
                        intervals::power,
                        intervals::startupRatio,
                        checks::cleanData,
                        checks::models,
                        checks::corrections,
                        stopping::byWidth,
                        stopping::byDistance,
                        sandwich::againstOneEach,
                        sandwich::byCost,
                        sandwich::sharedRun,
                        sandwich::layouts,
                        verdicts::fixed,
                        verdicts::adaptive,
                        verdicts::power,
                        verdicts::canary,
                        claims::wrong,
                        builds::nativePairs,
                        () -> new RebuiltSimulation(draw).rebuilt(),
                        () -> new SessionSimulation(draw).coverage(),
                        () -> new ReservationSimulation(draw).wrong(),
                        sensitivity::found,
                        sensitivity::strongest,
                        wander::oneSide,
                        wander::most,
                        () -> SteadySimulation.drawn(draw),
                        memory::equal,
                        memory::apart)
                .forEach(table -> table.get().print(out));
        out.printf(Locale.ROOT, "%d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }
}
