package dev.assay.benchmarks;

import dev.assay.history.History;
import dev.assay.history.RegressionAlert;
import dev.assay.history.RegressionReport;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.model.run.TrialId;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * What the night's rule keeps of its promises: false alarms, and how soon a program that got slower is found. Every night is of one of three
 * processors, which differ by {@link #MACHINES} in every workload; sessions differ by the spread of the row; within a session every tenth process
 * has a spike.
 * Prints tables; judges nothing.
 */
public final class NightSimulation {
    private static final int ROUNDS = 400;
    private static final long SEED = 42;
    private static final int WORKLOADS = 20;
    private static final int MANY = 150;
    /** Nights before those that are looked at: of each of three processors about thirty. */
    private static final int BEFORE = 90;

    private static final int LOOKED_AT = 10;
    private static final double MACHINES = 0.05;
    /** Within a session. */
    private static final double PROCESSES = 0.02;

    private static final int BLOCKS = 12;
    private static final double SPIKES = 0.1;
    private static final double SPIKE = 0.3;

    private static final TrialId REFERENCE = TrialId.parse("numeric/nbody:c:std@1x1");

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final ZigguratSampler.Exponential exponential;
    private final double spread;
    private final double[][] machines;

    private NightSimulation(UniformRandomProvider random, double spread) {
        this(random, spread, WORKLOADS);
    }

    private NightSimulation(UniformRandomProvider random, double spread, int workloads) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.exponential = ZigguratSampler.Exponential.of(random);
        this.spread = spread;
        this.machines = new double[3][workloads];
        for (double[] machine : machines) {
            for (int i = 0; i < workloads; i++) {
                machine[i] = MACHINES * normal.sample();
            }
        }
    }

    /** Runs the simulation: the first argument is the number of histories a row, the second the seed. */
    public static void main(String[] args) {
        Draw draw = new Draw(
                args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS, args.length > 1 ? Long.parseLong(args[1]) : SEED);
        System.out.printf(
                Locale.ROOT,
                "%d histories a row, seed %d: %d workloads, %d nights before, three processors %.0f %% apart, %d blocks with spikes%n%n",
                draw.rounds(),
                draw.seed(),
                WORKLOADS,
                BEFORE,
                100 * MACHINES,
                BLOCKS);
        falseAlarms(draw).print(System.out);
        found(draw).print(System.out);
        together(draw).print(System.out);
        many(draw).print(System.out);
    }

    private static List<Double> spreads() {
        return List.of(0.005, 0.01, 0.015, 0.02, 0.03);
    }

    private static String name(double spread) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * spread);
    }

    private static TextTable falseAlarms(Draw draw) {
        TextTable table = new TextTable(
                "False alarms a night over all workloads, by the spread between sessions: suspected, and confirmed by a fresh run; the same"
                        + " of nights 5 to 14, when what is usual is pooled",
                List.of("suspected", "confirmed", "pooled, suspected", "pooled, confirmed"));
        for (double spread : spreads()) {
            int[] late = alarms(draw, spread, BEFORE);
            int[] early = alarms(draw, spread, 5);
            double nights = draw.rounds() * (double) LOOKED_AT;
            table.row(
                    name(spread),
                    List.of(
                            rate(late[0], nights),
                            rate(late[1], nights),
                            rate(early[0], nights),
                            rate(early[1], nights)));
        }
        return table;
    }

    private static String rate(int alarms, double nights) {
        return String.format(Locale.ROOT, "%.4f", alarms / nights);
    }

    private static int[] alarms(Draw draw, double spread, int before) {
        int[] alarms = new int[2];
        for (int round = 0; round < draw.rounds(); round++) {
            NightSimulation one = new NightSimulation(draw.random("alarms", spread, before, round), spread);
            List<HistoryEntry> nights = one.nights(before + LOOKED_AT);
            for (int i = before; i < before + LOOKED_AT; i++) {
                List<HistoryEntry> known = new ArrayList<>(nights.subList(0, i + 1));
                alarms[0] += alerts(known, i, RegressionAlert.Status.SUSPECTED);
                known.add(one.again(nights.get(i), 0));
                alarms[1] += alerts(known, i, RegressionAlert.Status.CONFIRMED);
            }
        }
        return alarms;
    }

    private static int alerts(List<HistoryEntry> nights, int of, RegressionAlert.Status status) {
        return review(nights, of).alerts(status).size();
    }

    private static RegressionReport review(List<HistoryEntry> nights, int of) {
        return History.of(nights).review(nights.get(of));
    }

    private static TextTable found(Draw draw) {
        TextTable table = new TextTable(
                "A program that is 10 % slower from a night on: found in percent of the histories, by the spread between sessions",
                List.of("first night", "in three", "first night, confirmed", "in three, confirmed"));
        for (double spread : spreads()) {
            int[] found = new int[4];
            for (int round = 0; round < draw.rounds(); round++) {
                NightSimulation one = new NightSimulation(draw.random("found", spread, round), spread);
                one.follow(found);
            }
            List<String> cells = new ArrayList<>();
            for (int each : found) {
                cells.add(TextTable.share(each, draw.rounds()));
            }
            table.row(name(spread), cells);
        }
        return table;
    }

    /** Three nights on which the first workload is slower. */
    private void follow(int[] found) {
        double slower = Math.log(1.10);
        List<HistoryEntry> nights = nights(BEFORE);
        boolean suspected = false;
        boolean confirmed = false;
        for (int night = 0; night < 3; night++) {
            HistoryEntry tonight = night("night-" + (BEFORE + night), BEFORE + night, null, slower);
            nights.add(tonight);
            int at = nights.size() - 1;
            suspected |= isFound(review(nights, at), RegressionAlert.Status.SUSPECTED);
            List<HistoryEntry> known = new ArrayList<>(nights);
            known.add(again(tonight, slower));
            confirmed |= isFound(review(known, at), RegressionAlert.Status.CONFIRMED);
            if (night == 0) {
                found[0] += suspected ? 1 : 0;
                found[2] += confirmed ? 1 : 0;
            }
        }
        found[1] += suspected ? 1 : 0;
        found[3] += confirmed ? 1 : 0;
    }

    private static boolean isFound(RegressionReport review, RegressionAlert.Status status) {
        return review.alerts(status).stream()
                .anyMatch(alert -> alert.screened().figure().trial().equals(trial(0)));
    }

    private static TextTable together(Draw draw) {
        TextTable table = new TextTable(
                "A night on which all workloads take longer by so much (spread 1 %): alerts a night that a program is accused by, and nights in per"
                        + " cent that are seen to be an event of the environment",
                List.of("accused", "seen"));
        for (double shift : List.of(0.04, 0.06, 0.08, 0.10, 0.20)) {
            int accused = 0;
            int seen = 0;
            for (int round = 0; round < draw.rounds(); round++) {
                NightSimulation one = new NightSimulation(draw.random("together", shift, round), 0.01);
                List<HistoryEntry> nights = one.nights(BEFORE);
                nights.add(one.night("night-" + BEFORE, BEFORE, null, shift, WORKLOADS));
                RegressionReport review = review(nights, BEFORE);
                accused += review.suspicions().size();
                seen += review.events().isEmpty() ? 0 : 1;
            }
            table.row(
                    String.format(Locale.ROOT, "%.0f %%", 100 * shift),
                    List.of(rate(accused, draw.rounds()), TextTable.share(seen, draw.rounds())));
        }
        return table;
    }

    private static TextTable many(Draw draw) {
        TextTable table = new TextTable(
                "The same with " + MANY
                        + " workloads: nights with a false suspicion and with a false regression, in percent, and a program that is"
                        + " 10 % slower found (a tenth of the histories)",
                List.of(
                        "suspected",
                        "confirmed",
                        "first night",
                        "in three",
                        "first night, confirmed",
                        "in three, confirmed"));
        int rounds = Math.max(1, draw.rounds() / 10);
        for (double spread : spreads()) {
            int[] nightsWith = new int[2];
            int[] found = new int[4];
            for (int round = 0; round < rounds; round++) {
                NightSimulation one = new NightSimulation(draw.random("many", spread, round), spread, MANY);
                List<HistoryEntry> nights = one.nights(BEFORE + LOOKED_AT);
                for (int i = BEFORE; i < BEFORE + LOOKED_AT; i++) {
                    List<HistoryEntry> known = new ArrayList<>(nights.subList(0, i + 1));
                    nightsWith[0] += alerts(known, i, RegressionAlert.Status.SUSPECTED) > 0 ? 1 : 0;
                    known.add(one.again(nights.get(i), 0));
                    nightsWith[1] += alerts(known, i, RegressionAlert.Status.CONFIRMED) > 0 ? 1 : 0;
                }
                one.follow(found);
            }
            List<String> cells = new ArrayList<>();
            for (int each : nightsWith) {
                cells.add(TextTable.share(each, rounds * LOOKED_AT));
            }
            for (int each : found) {
                cells.add(TextTable.share(each, rounds));
            }
            table.row(name(spread), cells);
        }
        return table;
    }

    private List<HistoryEntry> nights(int number) {
        List<HistoryEntry> nights = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            nights.add(night("night-" + i, i, null, 0));
        }
        return nights;
    }

    /** A fresh run on a fresh machine, an hour later. */
    private HistoryEntry again(HistoryEntry night, double slower) {
        HistoryEntry drawn = night("again-" + night.run(), 0, night.run(), slower);
        return new HistoryEntry(
                drawn.run(),
                night.startedAt().plus(Duration.ofHours(1)),
                drawn.profile(),
                drawn.confirms(),
                drawn.cpuModel(),
                drawn.cores(),
                drawn.memoryGib(),
                drawn.reference(),
                drawn.versions(),
                drawn.canaryPassed(),
                drawn.resolution(),
                drawn.figures());
    }

    private HistoryEntry night(String run, int day, @Nullable String confirms, double slower) {
        return night(run, day, confirms, slower, 1);
    }

    /** A night on which the first workloads are slower. */
    private HistoryEntry night(String run, int day, @Nullable String confirms, double slower, int workloads) {
        int machine = random.nextInt(machines.length);
        List<HistoryPoint> figures = new ArrayList<>();
        for (int i = 0; i < machines[machine].length; i++) {
            figures.add(figure(i, machines[machine][i] + spread * normal.sample() + (i < workloads ? slower : 0)));
        }
        return new HistoryEntry(
                run,
                Instant.EPOCH.plus(Duration.ofDays(day)),
                Profile.FULL,
                confirms,
                "CPU " + machine,
                4,
                16,
                REFERENCE,
                Map.of(),
                true,
                1.02,
                figures);
    }

    /** What a session that lies so finds in its blocks. */
    private HistoryPoint figure(int workload, double truth) {
        double[] logs = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            double spike = random.nextDouble() < SPIKES ? SPIKE * exponential.sample() : 0;
            logs[block] = truth + PROCESSES * normal.sample() + spike;
        }
        HodgesLehmann typical = HodgesLehmann.of(logs);
        Bounds at95 = Objects.requireNonNull(typical.interval(95));
        return new HistoryPoint(trial(workload), Metric.WORK, typical.value(), at95.low(), at95.high(), BLOCKS);
    }

    private static TrialId trial(int workload) {
        return new TrialId("numeric/w" + workload, Runtime.RUST, "std", 1, 1);
    }
}
