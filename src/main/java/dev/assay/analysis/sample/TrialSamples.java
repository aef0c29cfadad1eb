package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trial and what its processes came to, before any figure is drawn from them.
 *
 * @param trial the trial
 * @param status whether it worked
 * @param reason why not; null when it did
 * @param samples every process, in the order they ran; those that were found to be warming up still are warm-ups
 * @param counted those that figures may rest on: none of a trial that failed
 */
public record TrialSamples(
        Trial trial, Status status, @Nullable String reason, List<Sample> samples, List<Sample> counted) {

    /**
     * One process that fails is enough to make the trial fail, be it a warm-up: the program does not do what it should. A process that was
     * lost with the meter says nothing about the program; it is neither counted nor compared with it, until that has happened so often that
     * the program was given up, or to all of its processes, so that there is nothing to show.
     *
     * @param session the session of a block
     */
    public static TrialSamples of(Trial trial, List<Sample> samples, IntUnaryOperator session) {
        if (trial.skipped() != null) {
            return new TrialSamples(trial, Status.SKIPPED, trial.skipped(), samples, List.of());
        }
        List<Sample> known = samples.stream().filter(sample -> !sample.lost()).toList();
        if (samples.isEmpty()) {
            return new TrialSamples(trial, Status.SKIPPED, "the run ended before it was measured", samples, List.of());
        }
        List<String> problems = known.stream()
                .filter(sample -> !sample.ok())
                .map(sample -> String.valueOf(sample.problem()))
                .toList();
        if (!problems.isEmpty()) {
            return new TrialSamples(trial, Status.FAILED, failure(problems, known.size()), samples, List.of());
        }
        if (known.isEmpty() || Sample.givenUp(samples)) {
            return new TrialSamples(trial, Status.FAILED, lost(samples, known.isEmpty()), samples, List.of());
        }
        List<Sample> settled = WarmUps.found(SteadyStateDetection.resolved(samples), session);
        List<Sample> counted = settled.stream()
                .filter(sample -> !sample.lost() && !sample.warmup())
                .toList();
        return new TrialSamples(trial, Status.OK, null, settled, counted);
    }

    /** The same with figures that rest on these processes. */
    public TrialSamples with(List<Sample> others) {
        return new TrialSamples(trial, status, reason, samples, others);
    }

    public TrialId id() {
        return trial.id();
    }

    /** The counted samples of a mode. */
    public List<Sample> counted(SamplingMode mode) {
        return counted.stream().filter(sample -> sample.mode() == mode).toList();
    }

    /** The blocks in which it was timed before another trial; where both stand in the middle of a block, none of them is before the other. */
    public Set<Integer> blocksBefore(TrialSamples other) {
        Map<Integer, Double> positions = other.positions();
        Set<Integer> blocks = new HashSet<>();
        positions().forEach((block, position) -> {
            Double others = positions.get(block);
            if (others != null && position < others) {
                blocks.add(block);
            }
        });
        return blocks;
    }

    private Map<Integer, Double> positions() {
        return counted(SamplingMode.TIMING).stream()
                .collect(Collectors.groupingBy(
                        Sample::block,
                        Collectors.averagingInt(sample -> sample.order().position())));
    }

    /**
     * Which of its builds was timed in each of these blocks, in their order; nothing for a program that is not known to have several, or of
     * which a block has several.
     */
    public List<int[]> builds(int... blocks) {
        Map<Integer, Integer> taken = builds();
        return IntStream.of(blocks).allMatch(taken::containsKey) && !mixesBuilds()
                ? List.of(IntStream.of(blocks)
                        .map(block -> taken.getOrDefault(block, 0))
                        .toArray())
                : List.of();
    }

    /** How many of its builds were timed; 0 for a program that has but one. */
    public int layouts() {
        return (int) builtSamples()
                .map(sample -> sample.conditions().build())
                .distinct()
                .count();
    }

    /** What its builds add to the logarithms of a figure, where its blocks hold several of them; else nothing. */
    public List<double[]> buildEffects(Metric metric) {
        double[] effects =
                mixesBuilds() ? BlockSeries.buildEffects(counted(SamplingMode.TIMING), metric) : new double[0];
        return effects.length == 0 ? List.of() : List.of(effects);
    }

    private boolean mixesBuilds() {
        Map<Integer, Integer> taken = builds();
        return builtSamples()
                .anyMatch(sample -> !Objects.equals(
                        taken.get(sample.block()), sample.conditions().build()));
    }

    private Stream<Sample> builtSamples() {
        return counted(SamplingMode.TIMING).stream()
                .filter(sample -> sample.conditions().build() != null);
    }

    private Map<Integer, Integer> builds() {
        Map<Integer, Integer> taken = new HashMap<>();
        for (Sample sample : counted(SamplingMode.TIMING)) {
            Integer build = sample.conditions().build();
            if (build != null) {
                taken.put(sample.block(), build);
            }
        }
        return taken;
    }

    /** Whether its memory is that of several processes together. */
    public boolean isTree() {
        return Sample.processes(counted) > 1;
    }

    /** Whether it was seen to be one process and no more. */
    public boolean isKnownSingle() {
        return !isTree() && counted.stream().anyMatch(sample -> sample.figures().processes() != null);
    }

    /**
     * Whether its CPU time misses processes that nobody waited for. Any of its processes can show that, warm-ups and those that were followed
     * for their memory too; the kernel's task clock misses nobody.
     */
    public boolean losesCpu() {
        boolean missed =
                samples.stream().anyMatch(sample -> sample.figures().cpu().incomplete());
        return missed
                && counted(SamplingMode.TIMING).stream()
                        .anyMatch(sample -> sample.figures().cpu().taskClockNs() == null);
    }

    private static String lost(List<Sample> samples, boolean all) {
        Sample last = samples.get(samples.size() - 1);
        return "the meter was lost " + (all ? "each time it ran" : "the last times it ran") + ", last: "
                + last.problem();
    }

    /** Whether it will run again, as far as it itself is concerned. */
    public boolean lives() {
        return !Sample.givenUp(samples);
    }

    private static String failure(List<String> problems, int processes) {
        return processes == 1
                ? problems.get(0)
                : problems.size() + " of " + processes + " processes failed, the first: " + problems.get(0);
    }
}
