package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** How often a run gives a wrong verdict on a claim, where every ratio lies exactly on the claim's threshold: each decision is then a wrong one. */
final class ClaimSimulation {
    private static final int WORKLOADS = 10;
    /** Too few for a bootstrap, which would take most of the time. */
    private static final int BLOCKS = 10;

    private static final double SPREAD = 0.02;
    private static final double THRESHOLD = 1.05;

    private final Draw draw;
    private final int rounds;

    ClaimSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 4);
    }

    TextTable wrong() {
        TextTable table = new TextTable(
                "How often a run of " + WORKLOADS + " workloads, " + BLOCKS
                        + " blocks, decides wrongly where all ratios lie on the threshold: a claim about some of them is supported,\na claim"
                        + " about every one is refuted, one about the suite is decided, and any of a claim about each; a quarter of the rounds",
                List.of("some", "every", "suite", "any of " + WORKLOADS, "some, at 90 %"));
        for (NoiseModel model : NoiseModel.values()) {
            table.row(model.title(), wrong(model));
        }
        return table;
    }

    private List<String> wrong(NoiseModel model) {
        UniformRandomProvider random = draw.random("claims", model.name());
        double truth = Math.log(THRESHOLD) - model.truth(random, SPREAD).typical();
        int[] hits = new int[5];
        for (int i = 0; i < rounds; i++) {
            MadeUpRun run = new MadeUpRun(1);
            for (int workload = 0; workload < WORKLOADS; workload++) {
                run.pair(name(workload), Draw.moved(model.logRatios(random, BLOCKS, SPREAD), truth));
            }
            hits[0] += is(run, ClaimVerdict.SUPPORTED::equals, claim("numeric", Estimator.SOME, 95));
            hits[1] += is(run, ClaimVerdict.REFUTED::equals, claim("numeric", Estimator.EVERY, 95));
            hits[2] += is(run, ClaimSimulation::decides, claim("numeric", Estimator.SUITE, 95));
            hits[3] += is(
                    run,
                    ClaimSimulation::decides,
                    IntStream.range(0, WORKLOADS)
                            .mapToObj(workload -> claim(name(workload), Estimator.RATIO, 95))
                            .toArray(Claim[]::new));
            hits[4] += is(run, ClaimVerdict.SUPPORTED::equals, claim("numeric", Estimator.SOME, 90));
        }
        return Arrays.stream(hits).mapToObj(each -> share(each, rounds)).toList();
    }

    private static int is(MadeUpRun run, Predicate<ClaimVerdict> wrong, Claim... claims) {
        return run.analyze(List.of(claims)).claims().stream()
                        .map(ClaimResult::verdict)
                        .anyMatch(wrong)
                ? 1
                : 0;
    }

    private static boolean decides(ClaimVerdict verdict) {
        return verdict == ClaimVerdict.SUPPORTED || verdict == ClaimVerdict.REFUTED;
    }

    private static Claim claim(String of, Estimator estimate, int level) {
        List<ComparisonSide> sides =
                List.of(ComparisonSide.primary(Runtime.PYTHON), ComparisonSide.primary(Runtime.RUST));
        Condition when = new Measure(
                new Quantity(Metric.WALL, List.of(of), sides, estimate),
                level,
                Bound.LOW,
                Op.ABOVE,
                THRESHOLD,
                null,
                false);
        Rule rule = new Rule("summary", when, List.of(), List.of(), null, null);
        return new Claim(of, "section", "claim", ClaimVerdict.SUPPORTED, rule, null);
    }

    private static String name(int workload) {
        return "numeric/w" + workload;
    }
}
