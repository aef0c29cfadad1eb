package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.stats.Quantiles;
import dev.assay.stats.SteadyState;
import dev.assay.stats.SteadyState.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is called steady in series of repetitions whose end is known: those of Java programs that Traini and others measured and labeled
 * (Towards effective assessment of steady state performance in Java software, Empir. Softw. Eng. 28 (2023) 13), from
 * {@code github.com/SEALABQualityGroup/steady-state}. Its data are not kept here: {@link SteadySeries} draws series like them, and the argument names a folder with {@code timeseries}, a file a
 * benchmark with a series of seconds for each fork, and {@code classification}, with labels and the index from which each is steady.
 */
public final class SteadySimulation {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double TOLERANCE = Math.log(1.02);
    private static final double OFF = Math.log(1.05);
    private static final List<Integer> REPETITIONS = List.of(30, 100, 300, 1000, 3000);
    private static final int MOST_FORKS = 1000;
    private static final long SEED = 42;

    private SteadySimulation() {}

    /** The same of series that are drawn so that they are like those. */
    static TextTable drawn(Draw draw) {
        List<Fork> forks = Arrays.stream(SteadySeries.forks(
                        draw.random("steady"), Math.max(1, Math.min(MOST_FORKS, draw.rounds() / 4))))
                .map(logs -> new Fork(logs, 0.0))
                .toList();
        return table("Series of repetitions like those of labeled Java programs", forks);
    }

    /** A fork that is labeled steady: its logarithms, and the level at which it ends. */
    private static final class Fork {
        private final double[] logs;
        private final double level;

        Fork(double[] logs, double level) {
            this.logs = logs;
            this.level = level;
        }

        static Fork steadyFrom(double[] logs, int from) {
            return new Fork(logs, Quantiles.median(Arrays.copyOfRange(logs, from, logs.length)));
        }
    }

    /** Prints the table of drawn series, and that of the labeled ones where their folder is given. */
    public static void main(String[] args) throws IOException {
        drawn(new Draw(4 * MOST_FORKS, SEED)).print(System.out);
        if (args.length > 0) {
            table("Series of repetitions of labeled Java programs", forks(Path.of(args[0])))
                    .print(System.out);
        }
    }

    private static TextTable table(String what, List<Fork> forks) {
        TextTable table = new TextTable(
                String.format(
                        Locale.ROOT,
                        "%s: %d that become steady, cut off after so many repetitions: called steady, of these more than 5 %% off the"
                                + " level at which they end, both in percent",
                        what,
                        forks.size()),
                List.of("called steady", "of these off"));
        REPETITIONS.forEach(n -> table.row(n + " repetitions", cells(forks, n)));
        return table;
    }

    private static List<String> cells(List<Fork> forks, int n) {
        int called = 0;
        int off = 0;
        for (Fork fork : forks) {
            double[] seen = Arrays.copyOf(fork.logs, Math.min(n, fork.logs.length));
            SteadyState state = SteadyState.of(TOLERANCE, seen);
            if (state.shape() != Shape.UNSTEADY) {
                double level = Quantiles.median(Arrays.copyOfRange(seen, state.from(), seen.length));
                called++;
                off += Math.abs(level - fork.level) > OFF ? 1 : 0;
            }
        }
        return List.of(share(called, forks.size()), share(off, called));
    }

    private static List<Fork> forks(Path folder) throws IOException {
        List<Fork> forks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("timeseries"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode series = JSON.readTree(Files.readString(file));
                JsonNode labels = JSON.readTree(Files.readString(folder.resolve("classification")
                        .resolve(file.getFileName().toString())));
                for (int fork = 0; fork < series.size(); fork++) {
                    int from = labels.path("steady_state_starts").path(fork).asInt(-1);
                    if (labels.path("forks").path(fork).asString("").equals("steady state") && from >= 0) {
                        double[] logs = new double[series.path(fork).size()];
                        for (int i = 0; i < logs.length; i++) {
                            logs[i] = Math.log(series.path(fork).path(i).asDouble());
                        }
                        forks.add(Fork.steadyFrom(logs, from));
                    }
                }
            }
        }
        return forks;
    }
}
