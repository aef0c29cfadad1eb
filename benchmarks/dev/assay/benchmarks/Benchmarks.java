package dev.assay.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options and fails when there is no result: JMH alone ends with 0 after an empty table. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the benchmarks that the arguments name, or all. */
    public static void main(String[] args) {
        System.exit(run(args, System.err));
    }

    private static int run(String[] args, PrintStream err) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .parent(new CommandLineOptions(args))
                            .shouldFailOnError(true)
                            .build())
                    .run();
            if (results.isEmpty()) {
                err.println("benchmarks: no result");
                return 1;
            }
            return 0;
        } catch (CommandLineOptionException | RunnerException e) {
            err.println("benchmarks: " + e.getMessage());
            return 1;
        }
    }
}
