package dev.assay.analysis;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.result.Noise;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import dev.assay.text.NameList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether Assay itself worked while programs ran that kept all processors busy. What it does on a processor that a program leaves free, such as
 * preparing the next process, takes nothing from the program.
 */
final class OwnCpuCheck {
    /** A single disturbed process, or one in ten, does not move a typical value so that it shows; more may. */
    private static final int TOLERATED_PARTS = 10;

    /** Of one processor: a program that leaves less than that of it free keeps it busy. */
    private static final double FREE = 0.9;

    private OwnCpuCheck() {}

    /** Names the trials of which many processes were disturbed, the largest share first. */
    static void warn(IndexedRecording indexed, Noise noise, Set<Warning> warnings) {
        int cores = indexed.header().environment().cores();
        List<String> trials = indexed.trials().stream()
                .filter(trial -> parallelism(trial) > cores - FREE)
                .map(trial -> Disturbed.of(trial, noise))
                .filter(Disturbed::matters)
                .sorted(Comparator.comparingDouble(Disturbed::share).reversed())
                .map(Disturbed::words)
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(
                    new Warning(
                            "own-cpu",
                            "Assay itself used more than 1 % extra CPU time while some processes of these trials kept all processors busy: "
                                    + NameList.first(trials) + ".",
                            "Leave one processor for Assay: use fewer threads than there are processors, and stop other work on the machine."));
        }
    }

    /** How many processors a typical process kept busy; where its CPU time is not known, as many as it has threads. */
    private static double parallelism(TrialSamples trial) {
        double[] known = trial.counted(SamplingMode.TIMING).stream()
                .map(sample -> sample.value(Metric.PARALLELISM))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? trial.id().threads() : Quantiles.median(known);
    }

    /**
     * The timed processes of a trial that were disturbed.
     *
     * @param disturbed how many
     * @param timed of how many
     */
    private record Disturbed(TrialSamples trial, long disturbed, int timed) {
        static Disturbed of(TrialSamples trial, Noise noise) {
            List<Sample> timed = trial.counted(SamplingMode.TIMING);
            long disturbed = timed.stream()
                    .filter(sample -> sample.disturbed(noise.handlingNs()))
                    .count();
            return new Disturbed(trial, disturbed, timed.size());
        }

        boolean matters() {
            return disturbed > 1 && disturbed * TOLERATED_PARTS > timed;
        }

        double share() {
            return (double) disturbed / timed;
        }

        String words() {
            return trial.id() + " (" + disturbed + " of " + timed + ")";
        }
    }
}
