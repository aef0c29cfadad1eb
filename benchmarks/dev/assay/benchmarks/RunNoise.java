package dev.assay.benchmarks;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How the runs of programs vary on a clock that goes on. */
enum RunNoise {
    /** Costs whose logarithms are normal. */
    LOGNORMAL("lognormal"),
    /** Student's t with three degrees of freedom, of the same variance. */
    HEAVY("t, 3 degrees of freedom"),
    /** Lognormal, and every tenth run longer by ten spreads in the mean. */
    SPIKES("spikes on both"),
    /** Lognormal on a machine whose speed wanders by 5 %, and forgets it within two seconds. */
    WANDER("machine wanders over 2 s"),
    /** Lognormal on a machine that is a third slower for a third of a second, every three seconds in the mean. */
    BURSTS("bursts"),
    /** Half of the variance is the program's own, 60 % of which is left in its next run. */
    OWN("half of it own, AR .6"),
    /** All of it is. */
    ALL_OWN("own, AR .6");

    private static final double SPIKES_SHARE = 0.1;
    private static final double SPIKE_SPREADS = 10;
    private static final double WANDER_SPREAD = 0.05;
    private static final double WANDER_SECONDS = 2;
    private static final double BURST_LOG = Math.log(4 / 3.0);
    private static final double BURST_SECONDS = 1 / 3.0;
    private static final double CALM_SECONDS = 3;
    private static final double OWN_MEMORY = 0.6;

    private final String title;

    RunNoise(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether long runs are more likely than short ones, so that what is typical depends on what is taken for a run. */
    boolean lopsided() {
        return this == SPIKES;
    }

    /** A machine and its programs. */
    Source source(UniformRandomProvider random, int programs) {
        return new Source(this, random, programs);
    }

    /** Draws one run after the other. */
    static final class Source {
        private final RunNoise kind;
        private final UniformRandomProvider random;
        private final ZigguratSampler.NormalizedGaussian normal;
        private final ZigguratSampler.Exponential exponential;
        private final TSampler heavy;
        private final double[] own;
        private double speed;
        private double speedSeconds;
        private double burstBegins;

        private Source(RunNoise kind, UniformRandomProvider random, int programs) {
            this.kind = kind;
            this.random = random;
            normal = ZigguratSampler.NormalizedGaussian.of(random);
            exponential = ZigguratSampler.Exponential.of(random);
            heavy = TSampler.of(random, 3);
            own = IntStream.range(0, programs).mapToDouble(i -> normal.sample()).toArray();
            speed = normal.sample();
            burstBegins = CALM_SECONDS * exponential.sample();
        }

        /**
         * The logarithm by which a run deviates.
         *
         * @param program which of the programs, from 0
         * @param spread of its runs
         * @param seconds when it begins
         */
        double log(int program, double spread, double seconds) {
            return switch (kind) {
                case LOGNORMAL -> spread * normal.sample();
                case HEAVY -> spread * heavy.sample() / Math.sqrt(3);
                case SPIKES ->
                    spread * normal.sample()
                            + (random.nextDouble() < SPIKES_SHARE
                                    ? Math.log1p(SPIKE_SPREADS * spread * exponential.sample())
                                    : 0);
                case WANDER -> spread * normal.sample() + WANDER_SPREAD * speed(seconds);
                case BURSTS -> spread * normal.sample() + (bursts(seconds) ? BURST_LOG : 0);
                case OWN -> spread * Math.sqrt(0.5) * (normal.sample() + own(program));
                case ALL_OWN -> spread * own(program);
            };
        }

        private double speed(double seconds) {
            double left = Math.exp(-(seconds - speedSeconds) / WANDER_SECONDS);
            speed = left * speed + Math.sqrt(1 - left * left) * normal.sample();
            speedSeconds = seconds;
            return speed;
        }

        private boolean bursts(double seconds) {
            while (seconds > burstBegins + BURST_SECONDS) {
                burstBegins += BURST_SECONDS + CALM_SECONDS * exponential.sample();
            }
            return seconds >= burstBegins;
        }

        private double own(int program) {
            own[program] = OWN_MEMORY * own[program] + Math.sqrt(1 - OWN_MEMORY * OWN_MEMORY) * normal.sample();
            return own[program];
        }
    }
}
