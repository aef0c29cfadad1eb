package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.RandomEffects;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Equal programs in a run of several sessions, each of which moves the ratio by something of its own. */
final class SessionSimulation {
    private static final List<Integer> SESSIONS = List.of(2, 3, 5);
    private static final int BLOCKS_OF_SESSION = 20;

    /** Of the paired log ratio. */
    private static final double NOISE = 0.02;

    private final Draw draw;

    SessionSimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable coverage() {
        TextTable table = new TextTable(
                "Equal programs in several sessions of " + BLOCKS_OF_SESSION
                        + " blocks with a noise of 2 %, by how far the sessions lie apart and their number: the 95 % interval of all blocks covers"
                        + " the ratio of all sessions (B),\nand so does the one that takes the sessions for a sample (S)",
                SESSIONS.stream()
                        .flatMap(sessions -> Stream.of("B " + sessions, "S " + sessions))
                        .toList());
        for (double apart : List.of(0.0, 0.01, 0.03, 0.1)) {
            table.row(
                    Math.round(100 * apart) + " % apart",
                    SESSIONS.stream()
                            .flatMap(sessions -> cells(apart, sessions).stream())
                            .toList());
        }
        return table;
    }

    private List<String> cells(double apart, int sessions) {
        UniformRandomProvider random = draw.random("sessions", apart, sessions);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int[] session = IntStream.range(0, sessions * BLOCKS_OF_SESSION)
                .map(block -> block / BLOCKS_OF_SESSION)
                .toArray();
        int blocks = 0;
        int sampled = 0;
        for (int i = 0; i < draw.rounds(); i++) {
            double[] moved =
                    normal.samples(sessions).map(value -> apart * value).toArray();
            double[] logs = Arrays.stream(session)
                    .mapToDouble(number -> moved[number] + NOISE * normal.sample())
                    .toArray();
            RandomEffects effects = RandomEffects.of(logs, List.of(session));
            IntervalEstimate across = effects.across(HodgesLehmann.of(effects.leveled()));
            blocks += Draw.holds(HodgesLehmann.of(logs).interval(95), 0) ? 1 : 0;
            sampled += Draw.holds(across.interval(95), 0) ? 1 : 0;
        }
        return List.of(share(blocks, draw.rounds()), share(sampled, draw.rounds()));
    }
}
