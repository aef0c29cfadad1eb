package dev.assay.benchmarks;

import dev.assay.catalog.CatalogReader;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Claim;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.TrialId;
import dev.assay.report.HtmlReport;
import dev.assay.stats.Quantiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How long it takes to analyze a run of 200 trials with 50 samples each, and runs ten times as large: ten times the trials, and ten times the
 * samples of each; and how long to analyze and render one of 2,000 trials with 200 samples. Prints medians and ratios; judges nothing.
 */
public final class AnalysisTime {
    private static final int TRIALS = 200;
    private static final int SAMPLES = 50;
    private static final int TIMES = 10;
    private static final int MANY_TRIALS = 2000;
    private static final int MANY_SAMPLES = 200;
    private static final int ROUNDS = 5;
    private static final List<Runtime> RUNTIMES = List.of(Runtime.PYTHON, Runtime.RUST, Runtime.C);

    private AnalysisTime() {}

    /** Runs the benchmark; any argument: of the largest run alone. */
    public static void main(String[] args) {
        List<Claim> claims = CatalogReader.read(Path.of("workloads")).claims();
        if (args.length == 0) {
            growth(claims);
        }
        large(claims);
    }

    private static void growth(List<Claim> claims) {
        double once = time(run(TRIALS, SAMPLES), claims);
        line("%d trials of %d samples: the first time, in a new JVM, %.2f s", TRIALS, SAMPLES, once);
        double base = median(TRIALS, SAMPLES, claims);
        line("%d trials of %d samples: %.2f s", TRIALS, SAMPLES, base);
        double trials = median(TIMES * TRIALS, SAMPLES, claims);
        line("%d trials of %d samples: %.2f s, %.1f times as long", TIMES * TRIALS, SAMPLES, trials, trials / base);
        double samples = median(TRIALS, TIMES * SAMPLES, claims);
        line("%d trials of %d samples: %.2f s, %.1f times as long", TRIALS, TIMES * SAMPLES, samples, samples / base);
    }

    private static void large(List<Claim> claims) {
        MadeUpRun run = run(MANY_TRIALS, MANY_SAMPLES);
        long begin = System.nanoTime();
        RunResult result = run.analyze(claims);
        double analyzed = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        byte[] page = HtmlReport.render(result);
        double rendered = (System.nanoTime() - begin) / 1e9;
        line(
                "%d trials of %d samples, once: analyzed in %.2f s, the page of %.1f MB rendered in %.2f s, limit of the heap %d MiB",
                MANY_TRIALS,
                MANY_SAMPLES,
                analyzed,
                page.length / 1e6,
                rendered,
                java.lang.Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double median(int trials, int samples, List<Claim> claims) {
        MadeUpRun run = run(trials, samples);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            seconds[round] = time(run, claims);
        }
        return Quantiles.median(seconds);
    }

    private static double time(MadeUpRun run, List<Claim> claims) {
        long begin = System.nanoTime();
        RunResult result = run.analyze(claims);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (result.comparisons().isEmpty()) {
            throw new IllegalStateException("nothing was compared");
        }
        return seconds;
    }

    private static MadeUpRun run(int trials, int samples) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(1);
        MadeUpRun run = new MadeUpRun(1);
        for (int i = 0; i < trials; i++) {
            int workload = i / RUNTIMES.size();
            String suite = workload % 2 == 0 ? "numeric" : "memory";
            TrialId id = new TrialId(suite + "/w" + workload, RUNTIMES.get(i % RUNTIMES.size()), "std", 1, 1);
            run.whole(id, NoiseModel.SPIKY_BOTH.logRatios(random, samples, 0.02));
        }
        return run;
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
