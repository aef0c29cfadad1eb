package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Rule;
import dev.assay.model.catalog.Rule.Partly;
import dev.assay.model.result.ClaimResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What claims with reservations keep of their promises: a run whose reservations all lie on their thresholds is wrongly called partly, or wrongly
 * plainly supported, in one of twenty at most; and where one workload alone contradicts, the claim is not plainly supported.
 */
final class ReservationSimulation {
    private static final int RESERVATIONS = 7;
    private static final int WORKLOADS = 10;
    /** Too few for a bootstrap, which would take most of the time. */
    private static final int BLOCKS = 10;

    private static final double SPREAD = 0.02;
    private static final double THRESHOLD = 1.25;
    private static final double OUTSIDER = 1.4;

    /** So noisy that a workload at 1.4 often has an interval that reaches below 1.25. */
    private static final double NOISY = 0.15;

    private final Draw draw;
    private final int rounds;

    ReservationSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 4);
    }

    TextTable wrong() {
        TextTable table = new TextTable(
                "Claims with reservations, " + BLOCKS + " blocks, a quarter of the rounds: " + RESERVATIONS
                        + " claims that hold, each with a reservation on its threshold, give any wrong 'partly',\nor any plain 'supported' where"
                        + " it was not shown; one of " + WORKLOADS + " workloads at " + OUTSIDER + ", at "
                        + Math.round(100 * NOISY)
                        + " % noise: plainly 'supported', and called open or partly;\nall workloads clear of the threshold, at "
                        + Math.round(100 * SPREAD) + " % noise: plainly 'supported'",
                List.of("partly", "supported", "one outside: supported", "open or partly", "none outside: supported"));
        for (NoiseModel model : NoiseModel.values()) {
            table.row(model.title(), wrong(model));
        }
        return table;
    }

    private List<String> wrong(NoiseModel model) {
        UniformRandomProvider random = draw.random("reservations", model.name());
        double typical = model.truth(random, SPREAD).typical();
        double noisy = model.truth(random, NOISY).typical();
        int[] hits = new int[5];
        for (int i = 0; i < rounds; i++) {
            List<ClaimVerdict> atTheLine = verdicts(random, model, SPREAD, typical, atTheirThresholds());
            hits[0] += atTheLine.contains(ClaimVerdict.PARTLY) ? 1 : 0;
            hits[1] += atTheLine.contains(ClaimVerdict.SUPPORTED) ? 1 : 0;
            ClaimVerdict outside =
                    verdicts(random, model, NOISY, noisy, closeTo(OUTSIDER)).get(0);
            hits[2] += outside == ClaimVerdict.SUPPORTED ? 1 : 0;
            hits[3] += outside == ClaimVerdict.SUPPORTED_OPEN || outside == ClaimVerdict.PARTLY ? 1 : 0;
            ClaimVerdict inside =
                    verdicts(random, model, SPREAD, typical, closeTo(1)).get(0);
            hits[4] += inside == ClaimVerdict.SUPPORTED ? 1 : 0;
        }
        return Arrays.stream(hits).mapToObj(each -> share(each, rounds)).toList();
    }

    /**
     * Claims, and the true ratios of workloads.
     *
     * @param claims what is decided
     * @param truths by workload
     */
    private record Situation(List<Claim> claims, List<Double> truths) {}

    private static List<ClaimVerdict> verdicts(
            UniformRandomProvider random, NoiseModel model, double spread, double typical, Situation situation) {
        MadeUpRun run = new MadeUpRun(1);
        for (int workload = 0; workload < situation.truths().size(); workload++) {
            double truth = Math.log(situation.truths().get(workload)) - typical;
            run.pair(name(workload), Draw.moved(model.logRatios(random, BLOCKS, spread), truth));
        }
        return run.analyze(situation.claims()).claims().stream()
                .map(ClaimResult::verdict)
                .toList();
    }

    /** The first workload holds by far; each claim about it has a reservation about another one, which lies on the line. */
    private static Situation atTheirThresholds() {
        List<Double> truths = new ArrayList<>(Collections.nCopies(RESERVATIONS + 1, THRESHOLD));
        truths.set(0, 4 * THRESHOLD);
        List<Claim> claims = IntStream.rangeClosed(1, RESERVATIONS)
                .mapToObj(each -> claim(
                        name(each),
                        measure(name(0), Estimator.RATIO, Bound.LOW, Op.ABOVE),
                        measure(name(each), Estimator.RATIO, Bound.LOW, Op.ABOVE)))
                .toList();
        return new Situation(claims, truths);
    }

    /** Close to another language over a suite, but for what lies beyond the line. */
    private static Situation closeTo(double outsider) {
        List<Double> truths = new ArrayList<>(Collections.nCopies(WORKLOADS, 1.0));
        truths.set(0, outsider);
        return new Situation(
                List.of(claim(
                        "close",
                        measure("numeric", Estimator.SUITE, Bound.HIGH, Op.BELOW),
                        measure("numeric", Estimator.SOME, Bound.LOW, Op.ABOVE))),
                truths);
    }

    private static Claim claim(String id, Measure when, Measure reservation) {
        Rule rule = new Rule("summary", when, List.of(), List.of(new Partly(reservation, "because")), null, null);
        return new Claim(id, "section", "claim", ClaimVerdict.SUPPORTED, rule, null);
    }

    private static Measure measure(String of, Estimator estimate, Bound bound, Op op) {
        List<ComparisonSide> sides =
                List.of(ComparisonSide.primary(Runtime.PYTHON), ComparisonSide.primary(Runtime.RUST));
        return new Measure(
                new Quantity(Metric.WALL, List.of(of), sides, estimate), 95, bound, op, THRESHOLD, null, false);
    }

    private static String name(int workload) {
        return "numeric/w" + workload;
    }
}
