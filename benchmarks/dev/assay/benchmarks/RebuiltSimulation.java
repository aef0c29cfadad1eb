package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.analysis.change.RunChanges;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.model.run.Recording;
import dev.assay.model.run.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Two runs between which every native program was built anew, in three layouts that are drawn each time: from samples to the verdicts. */
final class RebuiltSimulation {
    private static final int PROGRAMS = 40;
    private static final int BUILDS = 3;
    private static final int BLOCKS = 21;
    private static final double NOISE = 0.02;
    private static final double CANARY = 0.01;

    private final Draw draw;
    private final int rounds;

    RebuiltSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 80);
    }

    TextTable rebuilt() {
        TextTable table = new TextTable(
                "Two runs of " + PROGRAMS + " native programs that were all built anew between them, " + BUILDS
                        + " layouts each, " + BLOCKS + " blocks, noise 2 %, an eightieth of the rounds. First with the"
                        + " layouts as noise, then as it is:\nof a hundred programs that take the same time on average,"
                        + " so many are called slower or faster; runs with any of these; the program that changed is"
                        + " found, by its factor",
                List.of("of 100", "runs", "1.2", "1.5", "2", "of 100", "runs", "1.2", "1.5", "2"));
        for (double apart : List.of(0.0, 0.03, 0.06, 0.1)) {
            table.row(Math.round(100 * apart) + " % apart", cells(apart, false));
        }
        table.row("2 % apart, some much more", cells(0.02, true));
        return table;
    }

    private List<String> cells(double apart, boolean scattered) {
        List<String> cells = new ArrayList<>();
        for (boolean known : new boolean[] {false, true}) {
            int wrong = 0;
            int runs = 0;
            List<String> found = new ArrayList<>();
            for (double factor : List.of(1.2, 1.5, 2.0)) {
                UniformRandomProvider random = draw.random("rebuilt", apart, scattered, factor);
                int seen = 0;
                for (int round = 0; round < rounds; round++) {
                    Drawn drawn = new Drawn(random, apart, scattered);
                    RunComparison compared = RunChanges.compare(drawn.run(1, known), drawn.run(factor, known));
                    List<Change> moved = compared.changes().stream()
                            .filter(change -> change.comparison().verdict() == Verdict.WORSE
                                    || change.comparison().verdict() == Verdict.BETTER)
                            .toList();
                    int others = (int) moved.stream()
                            .filter(change -> !change.comparison().baseline().equals(id(0)))
                            .count();
                    wrong += others;
                    runs += others > 0 ? 1 : 0;
                    seen += moved.size() > others ? 1 : 0;
                }
                found.add(share(seen, rounds));
            }
            cells.add(String.format(Locale.ROOT, "%.2f", 100.0 * wrong / (3.0 * rounds * (PROGRAMS - 1))));
            cells.add(share(runs, 3 * rounds));
            cells.addAll(found);
        }
        return cells;
    }

    private static TrialId id(int program) {
        return TrialId.parse("numeric/w" + program + ":rust:std@1x1");
    }

    /** Programs, each with the standard deviation of its layouts. */
    private static final class Drawn {
        private final UniformRandomProvider random;
        private final ZigguratSampler.NormalizedGaussian normal;
        private final double[] apart;

        Drawn(UniformRandomProvider random, double usual, boolean scattered) {
            this.random = random;
            this.normal = ZigguratSampler.NormalizedGaussian.of(random);
            this.apart = IntStream.range(0, PROGRAMS)
                    .mapToDouble(i -> scattered ? usual / Math.abs(normal.sample()) : usual)
                    .map(sd -> Math.min(sd, 0.2))
                    .toArray();
        }

        Recording run(double factor, boolean known) {
            MadeUpRun run = new MadeUpRun(1);
            for (int program = 0; program < PROGRAMS; program++) {
                int[] builds = IntStream.range(0, BLOCKS / BUILDS)
                        .flatMap(round -> IntStream.of(new PermutationSampler(random, BUILDS, BUILDS).sample()))
                        .toArray();
                double typical = program == 0 ? Math.log(factor) : 0;
                double[] layouts = normal.samples(BUILDS).toArray();
                double sd = apart[program];
                double[] logs = IntStream.of(builds)
                        .mapToDouble(build -> typical + sd * layouts[build] + NOISE * normal.sample())
                        .toArray();
                if (known) {
                    run.ofBuilds(id(program), 0, builds, logs);
                } else {
                    run.ofBuilds(id(program), 0, new int[BLOCKS], logs);
                }
            }
            return run.canary(
                            normal.samples(BLOCKS).map(value -> CANARY * value).toArray())
                    .build();
        }
    }
}
